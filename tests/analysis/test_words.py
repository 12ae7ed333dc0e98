"""Characters, words, and the two engines."""

import pytest

from analysis import paths, words
from analysis.errors import AnalysisError
from analysis.lexicon import read_lexicon
from analysis.lines import read_lines


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("，。！？ \n\u3000", 0),
        ("你好。", 2),
        ("NGO和政府", 4),
        ("don't stop", 2),
        ("5月30号", 4),
        ("1,200元", 2),
        ("３个", 2),
        ("𠮷野家", 3),
        ("ＡＩ工具", 3),
    ],
)
def test_count_chars(text, count):
    assert words.count_chars(text) == count


def test_the_shipped_workshop_has_4726_chars():
    from analysis.build import prepare
    from analysis.readers import read

    prepared = prepare(read(paths.DATA / "transcripts" / "transcript.txt"))
    assert prepared.turns["chars"].sum() == 4726


def test_both_engines_give_the_same_words_on_the_real_transcript():
    text = (paths.DATA / "transcripts" / "transcript.txt").read_text(encoding="utf-8")
    fast, reference = words.engine("rjieba"), words.engine("jieba")
    assert fast.cut(text) == reference.cut(text)


@pytest.mark.parametrize("name", words.ENGINES)
def test_user_words_are_kept_whole_and_tagged_as_nouns(name):
    assert words.engine(name).cut("希望政府购买服务") == ["希望", "政府购买服务"]
    assert words.engine(name).part("政府购买服务") == "n"


@pytest.mark.parametrize("name", words.ENGINES)
@pytest.mark.parametrize(("word", "part"), [("NGO", "eng"), ("3", "m"), ("学校", "n"), ("喆堃", "x"), ("", "x")])
def test_every_word_has_a_part_of_speech(name, word, part):
    assert words.engine(name).part(word) == part


def test_cut_gives_the_text_back():
    text = "我们5月30号,和NGO合作。 ok?"
    assert "".join(words.cut(text)) == text


def test_engine_name_refuses_an_unknown_engine(monkeypatch):
    monkeypatch.setenv("WORKSHOP_INSIGHTS_ENGINE", "hanlp")
    with pytest.raises(AnalysisError) as problem:
        words.engine_name()
    assert problem.value.code == "engine_unknown"


def test_engine_name_follows_the_environment(monkeypatch):
    monkeypatch.setenv("WORKSHOP_INSIGHTS_ENGINE", "jieba")
    assert words.engine_name() == "jieba"


def test_lexicon_says_which_file_is_missing(tmp_path):
    with pytest.raises(AnalysisError) as problem:
        read_lexicon(tmp_path)
    assert (problem.value.code, problem.value.where) == ("lexicon_missing", "char_pattern.txt")


def test_lexicon_says_when_the_pattern_cannot_be_read(tmp_path):
    (tmp_path / "char_pattern.txt").write_text("[", encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        read_lexicon(tmp_path)
    assert problem.value.code == "lexicon_invalid"


@pytest.mark.parametrize("text", ["AI工作坊，5月30号3.5万B2B", "a 字-b字'c", "𠀀㐀字﨑", "３个ＡＢ，一", "", "。！"])
def test_count_chars_counts_what_the_pattern_matches(text):
    assert words.count_chars(text) == len(read_lexicon().char_pattern.findall(words.normalise(text)))


def test_lexicon_refuses_a_pattern_that_does_not_count_each_character(tmp_path):
    (tmp_path / "char_pattern.txt").write_text("[㐀-鿿]+", encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        read_lexicon(tmp_path)
    assert (problem.value.code, problem.value.where) == ("lexicon_invalid", "char_pattern.txt")


def test_read_lines_leaves_out_remarks_and_blanks(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("\ufeff# remark\n甲\n\n 乙 \n", encoding="utf-8")
    assert read_lines(path) == ["甲", "乙"]


def test_idf_knows_common_words_as_common():
    table, median = words.idf()
    assert table["中国"] < 4 < median
