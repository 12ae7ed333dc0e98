"""Terms: phrases once, filler never."""

import pytest

from analysis import words
from analysis.folding import fold
from analysis.terms import find_terms, term_tables


def found_in(*sentences):
    return find_terms(words.numbered([words.cut(fold(sentence)) for sentence in sentences]))


def by_sentence(found):
    return [[found.names[t] for t in found.term[found.sentence == s].tolist()] for s in range(found.sentence.max() + 1)]


def test_find_terms_joins_what_stands_together_three_times():
    found = found_in("垃圾分类很难。", "垃圾分类没人做。", "我们谈垃圾分类。", "垃圾太多。")
    assert [terms[0] for terms in by_sentence(found)] == ["垃圾分类", "垃圾分类", "垃圾分类", "垃圾"]


def test_find_terms_leaves_out_filler_names_and_numbers():
    found = found_in("就是这个我们可能觉得王小明在北京有三个学校。")
    assert by_sentence(found) == [["学校"]]


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
        ["term", "count", "sentences", "speakers", "score"],
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
