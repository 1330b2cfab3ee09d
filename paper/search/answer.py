"""What the search page answers, a mended typing error included."""

from dataclasses import dataclass

from articles.search.asking import ask
from articles.search.correcting import correct
from paper.search.result import Result

FEW = 3  # stories, from which on nobody is asked whether another word was meant


@dataclass(frozen=True)
class Answer:
    """`meant` is the question with words that more stories hold, or None; `is_mended` if `result` answers that one."""

    result: Result
    no_words: bool = False
    too_common: bool = False
    only_excludes: bool = False
    meant: object = None
    is_mended: bool = False

    @classmethod
    def to(cls, question, mark=""):
        asked = ask(question.text)
        result = Result.of(question, asked, mark)
        if asked.is_empty or asked.only_excludes:
            told = {"no_words": asked.has_no_words, "too_common": asked.is_empty, "only_excludes": asked.only_excludes}
            return cls(result, **told)
        if mark or result.total is None or result.total >= FEW:
            return cls(result)
        corrected = correct(question.text)
        meant = question.asking(corrected) if corrected else None
        if meant and not result.stories and not question.is_narrowed:
            mended = Result.of(meant, ask(corrected))
            if mended.stories:
                return cls(mended, meant=meant, is_mended=True)
        return cls(result, meant=meant)
