import re

WORDS_A_MINUTE = 230
# Chinese and Japanese put no spaces between words; who reads them reads about so many characters a minute.
CHARACTERS_A_MINUTE = 450
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def minutes_to_read(text):
    """How long reading the plain `text` takes, in whole minutes: at least one."""
    characters = len(_UNSPACED.findall(text))
    words = len(_UNSPACED.sub(" ", text).split())
    return max(1, round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE))
