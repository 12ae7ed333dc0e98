"""Terms: phrases once, filler never, names apart."""

import hashlib
import json
import os
import shutil
import subprocess
import sys

import pytest

from analysis import paths, words
from analysis.errors import AnalysisError
from analysis.folding import fold
from analysis.terms import find_terms, term_tables, things
from analysis.terms.importance import CARD, OF_TALK, OF_WORD, WEIGHTS, importance_model


def found_in(*sentences):
    return find_terms(words.numbered([words.cut(fold(sentence)) for sentence in sentences]))


def by_sentence(found):
    return [[found.names[t] for t in found.term[found.sentence == s].tolist()] for s in range(found.sentence.max() + 1)]


def said(*sentences):
    found = found_in(*sentences)
    return [found.names[term] for term in found.term.tolist()]


def test_find_terms_joins_what_stands_together():
    found = found_in("垃圾分类很难。", "垃圾分类没人做。", "我们谈垃圾分类。", "垃圾太多。")
    assert [terms[0] for terms in by_sentence(found)] == ["垃圾分类", "垃圾分类", "垃圾分类", "垃圾"]


def test_find_terms_does_not_count_the_words_of_a_phrase_inside_it():
    terms = said("社区戒毒康复难。", "社区戒毒康复好。", "社区大。")
    assert sorted(terms) == ["社区", "社区戒毒康复", "社区戒毒康复"]


def test_find_terms_joins_words_said_twice_that_stand_together_once_in_a_short_talk():
    talk = ["学校很大。", "学校很小。", "资金不多。", "资金很少。", "学校资金很难。", *["嗯。"] * 9]
    assert said(*talk).count("学校资金") == 1
    assert "学校资金" not in said(*talk, *["嗯。"] * 80)


def test_find_terms_joins_no_word_with_one_that_holds_it():
    assert "教育在线教育" not in said("教育在线教育难。", "教育在线教育好。")


def test_find_terms_leaves_out_filler_and_numbers_and_keeps_names_apart():
    found = found_in("就是这个我们可能觉得王小明在北京有三个学校。")
    kinds = {found.names[term]: found.kinds[term] for term in found.term.tolist()}
    assert kinds == {"王小明": "person", "北京": "place", "学校": "term"}
    plain = things(found)
    assert [plain.names[term] for term in plain.term.tolist()] == ["学校"]


def test_find_terms_knows_an_organisation_by_its_place_and_ending():
    found = found_in("北京基金会来了。", "北京基金会走了。")
    assert {found.names[t]: found.kinds[t] for t in found.term.tolist()}["北京基金会"] == "organisation"


def test_find_terms_knows_short_names_of_people_who_speak():
    found = find_terms(words.numbered([words.cut("王静有学校。")]), people=["王静", "学校"])
    assert [(found.names[t], found.kinds[t]) for t in found.term.tolist()] == [("王静", "person"), ("学校", "term")]


def test_find_terms_knows_cities_that_the_dictionary_takes_for_words():
    found = found_in("宝鸡有学校。")
    assert [(found.names[t], found.kinds[t]) for t in found.term.tolist()] == [("宝鸡", "place"), ("学校", "term")]


def test_find_terms_joins_nothing_to_a_word_that_is_a_phrase():
    assert said("应对政府购买服务。", "应对政府购买服务。").count("政府购买服务") == 2


def test_find_terms_counts_synonyms_as_the_one_said_most():
    assert said("义工来了。", "义工多。", "志愿者走了。") == ["义工", "义工", "义工"]


def test_find_terms_folds_width_and_letter_case():
    found = found_in("ＮＧＯ有困难。", "NGO来了。", "ngo也来。")
    assert [terms[0] for terms in by_sentence(found)] == ["NGO", "NGO", "NGO"]


def test_term_tables_count_by_hand():
    terms, places = term_tables(found_in("学校有场地。", "学校。学校。", "场地呢?"), [0, 1, 1])
    counted = terms.set_index("term")[["count", "sentences", "speakers"]].to_dict("index")
    assert counted == {
        "学校": {"count": 3, "sentences": 2, "speakers": 2},
        "场地": {"count": 2, "sentences": 2, "speakers": 2},
    }
    assert places.set_index("term").loc["学校"].values.tolist() == [[0, 1], [1, 2]]


def test_term_tables_rank_the_most_important_first():
    terms, _ = term_tables(found_in("学校有场地。", "学校。学校。", "场地呢?"), [0, 1, 1])
    assert terms["score"].is_monotonic_decreasing


def test_term_tables_of_nothing_are_empty():
    terms, places = term_tables(find_terms(words.numbered([])), [])
    assert (terms.columns.tolist(), len(terms), len(places)) == (
        ["term", "count", "sentences", "speakers", "score", "worth", "kind"],
        0,
        0,
    )


@pytest.mark.parametrize("term", ["政府购买服务", "社区戒毒康复", "社会组织", "示范点"])
def test_the_real_workshop_keeps_its_phrases_and_counts_them_as_the_text_does(real, term):
    text = "".join(real.tables["turns"]["text"])
    counted = real.tables["terms"].set_index("term")["count"]
    longer = [other for other in counted.index if term in other and other != term]
    assert counted[term] == text.count(term) - sum(text.count(other) for other in longer)


def test_the_real_workshop_has_no_filler_among_its_terms(real):
    assert set(real.tables["terms"]["term"]).isdisjoint({"就是", "这个", "我们", "可能", "没有", "觉得", "然后"})


def test_terms_of_one_sentence_are_those_it_says():
    terms, _ = term_tables(found_in("学校有场地。"), [0])
    assert sorted(terms["term"]) == ["场地", "学校"]


def test_terms_of_ten_thousand_sentences_are_counted():
    talk = ["社区服务中心来了。", "学校有场地。", "嗯。", "我们都支持垃圾分类。"] * 2500
    terms, places = term_tables(found_in(*talk), [n % 7 for n in range(len(talk))])
    counted = terms.set_index("term")["count"]
    assert (counted["学校"], counted["场地"]) == (2500, 2500)
    assert places.groupby("term")["count"].sum().to_dict() == counted.to_dict()


def test_the_first_terms_complement_each_other():
    terms, _ = term_tables(found_in("社区服务好。", "社区服务难。", "社区大。", "学校有场地。"), [0, 0, 1, 1])
    order = terms["term"].tolist()
    assert order.index("社区服务") < order.index("社区")
    assert terms["score"].is_monotonic_decreasing
    alone = terms.set_index("term")[["score", "worth"]]
    assert alone.loc["社区服务", "score"] == alone.loc["社区服务", "worth"]
    assert alone.loc["社区", "score"] == pytest.approx(0.2 * alone.loc["社区", "worth"])


def test_terms_do_not_depend_on_the_hash_seed():
    script = (
        "from analysis import paths; from analysis.readers import read; from analysis.prepared import prepare;"
        "from analysis.terms import *; p = prepare(read(paths.DATA / 'transcripts' / 'transcript.txt'));"
        "t = term_tables(find_terms(p.words), p.sentences['speaker_id'].tolist())[0]; import sys;"
        "sys.stdout.write(t.to_json(double_precision=15))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=paths.ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04"])
def test_a_damaged_file_of_weights_is_named(tmp_path, content):
    (tmp_path / WEIGHTS).write_bytes(content)
    card = {"sha256": {WEIGHTS: hashlib.sha256(content).hexdigest()}}
    (tmp_path / CARD).write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        importance_model(tmp_path)
    assert (problem.value.code, problem.value.where) == ("model_damaged", WEIGHTS)


def test_weights_that_are_not_those_of_the_card_are_refused(tmp_path):
    for name in (WEIGHTS, CARD):
        shutil.copy(paths.MODELS / name, tmp_path)
    (tmp_path / WEIGHTS).write_bytes((tmp_path / WEIGHTS).read_bytes() + b" ")
    with pytest.raises(AnalysisError) as problem:
        importance_model(tmp_path)
    assert (problem.value.code, problem.value.where) == ("model_damaged", WEIGHTS)


def test_the_card_states_the_weights_and_what_they_reach_fold_by_fold():
    card, model = json.loads((paths.MODELS / CARD).read_text(encoding="utf-8")), importance_model()
    assert list(card["weights"]) == [*OF_WORD, *OF_TALK]
    assert list(card["weights"].values()) == [round(w, 4) for w in [*model.of_words.weights, *model.of_talk.tolist()]]
    assert list(card["out of fold by fold"]) == ["0", "1", "2", "3", "4"]
    assert card["out of fold"]["headline words among the top ten terms"] >= 0.55
