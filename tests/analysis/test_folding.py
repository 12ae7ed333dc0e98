"""One form for matching, and the text as written for showing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import folding, paths
from analysis.errors import AnalysisError
from analysis.folding import fold, is_chinese, simplify
from tests import handmade


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("我們後來瞭解計畫", "我们后来了解计划"),
        ("跟著他們著作等身", "跟着他们著作等身"),
        ("乾淨的說法，乾隆的說法", "干净的说法，乾隆的说法"),
        ("台灣、臺灣、裡面、裏面", "台湾、台湾、里面、里面"),
        ("著名的乾坤、哪吒、慰藉、瞭望", "著名的乾坤、哪吒、慰藉、瞭望"),
        ("ＡＩ工具３個", "AI工具3个"),
        ("好,行.真的?真的!", "好，行。真的？真的！"),
        ("花了3.5万,共1,200元.", "花了3.5万，共1,200元。"),
        ("10:30到,11:00走", "10:30到，11:00走"),
        ("见https://a.cn/b?c=1,然后", "见https://a.cn/b?c=1，然后"),
        ("用Node.js做", "用Node.js做"),
        ("1.我们 2.他们", "1.我们 2.他们"),
        ("有30.然后", "有30。然后"),
        ("他说“好”.然后", "他说“好”。然后"),
        ("We met, e.g. in May. Did it help? No.", "We met, e.g. in May. Did it help? No."),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text(alphabet="我們後瞭解計畫著乾,.?!;:3.5a Ａ１“”\n1", max_size=60))
def test_fold_keeps_places_and_is_done_once(text):
    assert len(fold(text)) == len(text)
    assert len(simplify(text)) == len(text)
    assert simplify(simplify(text)) == simplify(text)


def test_simplified_text_stays():
    text = (paths.DATA / "transcripts" / "transcript.txt").read_text(encoding="utf-8")
    assert simplify(text) == text


def test_a_line_of_two_lengths_is_refused(tmp_path):
    (tmp_path / "traditional_characters.txt").write_text("後 后\n", encoding="utf-8")
    (tmp_path / "traditional_phrases.txt").write_text("計畫 计\n", encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        folding._forms(tmp_path)
    assert (problem.value.code, problem.value.where) == ("lexicon_invalid", "traditional_phrases.txt")


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("我们用ChatGPT和Excel做了一个dashboard给大家看", True),
        ("我們用 AI 做", True),
        ("We met in 上海 last year", False),
        ("We met on 5 May", False),
        ("私たちは東京で会議をしました", False),
        ("Мы встретились в 上海", False),
        ("", True),
    ],
)
def test_is_chinese(text, chinese):
    assert is_chinese([text]) is chinese


def test_terms_of_a_traditional_talk_are_told_apart(tmp_path):
    """夥 and 菸 are in GB 2312: a turn of them alone does not tell that the talk is in traditional characters."""
    pairs = ("夥伴很重要。夥伴要一起做。", "我們的夥伴來了。夥伴要談任務。菸草很貴。", "菸草不好。菸草要少。")
    turns = [f"{'甲乙'[i % 2]}某某：\n{pairs[i % 3] * 6}\n" for i in range(6)]
    workshop = handmade.of_text("".join(turns), tmp_path)
    terms = workshop.tables["terms"]["term"].tolist()
    assert len(terms) == len(set(terms))
    assert {"夥伴", "菸草"} <= set(terms)
    counts = workshop.tables["terms"].set_index("term")["count"]
    assert counts["夥伴"] == sum(turn.count("夥伴") for turn in turns)


@pytest.mark.parametrize("turns", [1, 3])
def test_an_english_greeting_does_not_make_a_talk_english(turns):
    greeting = "Good morning everybody and thank you very much for coming to this workshop on social work today. "
    said = greeting + "我们没有资金，大家应该一起想办法。" * 50
    assert is_chinese([said] * turns)
    assert not is_chinese([greeting * 20 + "谢谢。"] * turns)
