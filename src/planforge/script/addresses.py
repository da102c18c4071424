"""Addresses, paths and tags inside Chinese prose, which stands right beside them without a space.

Two rules say where an address ends that prose follows directly: behind a complete host (a name
with a dot) the first Chinese character is prose, 登录www.acftu.org查看, and so it is behind the
ending of a file, 附件/台账.docx里. Anywhere else in a path Chinese characters belong to it, up to
white space or punctuation.
"""

from __future__ import annotations

from typing import Final

# Borders are those of ASCII: the `\b` and `\w` of Python take Chinese for letters of a word.
_LETTER: Final = "A-Za-z0-9_"
# A class of all hanzi takes a millisecond to compile; this one has a few letters more.
_HAN: Final = r"[^\W\x00-\x7f]"
# What ends an address: white space, and punctuation that is no part of one.
_END: Final = r"""\s<>"'`*|\[\]，。；：、！？（）《》〈〉【】「」『』“”‘’…"""
_FILE: Final = rf"\.[A-Za-z][A-Za-z0-9]{{1,4}}(?![{_LETTER}])"
# Before a file ending that prose follows, or where the path ends by itself.
_TO_THE_END: Final = rf"(?:{_FILE}(?={_HAN})|(?=[{_END}]|\Z))"
# Prose that leads to a path or an address, with nothing between: 详见附件/台账.xlsx.
_LEADING: Final = "请见看在到至和及与或把将从由用是为写开载箱址"
_BEGIN: Final = rf"(?:(?<![\w.+/\\-])|(?<=[{_LEADING}]))"

_DOTTED: Final = rf"[{_LETTER}-]+(?:\.[{_LETTER}-]+)+"
_CHINESE_HOST: Final = rf"[\w-]+(?:\.(?:[{_LETTER}-]+|{_HAN}+))+"
_WEB: Final = (
    rf"(?:(?<![{_LETTER}])[A-Za-z][A-Za-z0-9+.-]*://(?:[{_LETTER}.:%~-]+@)?"
    rf"|(?<![{_LETTER}.])(?=www\.))"
    rf"(?:{_DOTTED}|{_CHINESE_HOST}|[\w-]+(?=[/:])|[{_LETTER}-]+|[\w-]+|(?=/))(?::[0-9]+)?"
    # The path: it may hold brackets in pairs, and no tag of a template.
    rf"(?:[/?#](?:(?!\{{[{{%#])[^{_END}()]|\([^()\s]*\))*?(?:{_TO_THE_END}|(?=[()]|\{{[{{%#])))?"
)

_MAILBOX: Final = (
    # A name in ASCII, at any host; or one in Chinese that begins where prose cannot.
    rf"(?:(?<![{_LETTER}.+-])[{_LETTER}.+-]+|{_BEGIN}[^{_END}{_LEADING}@/\\]{{0,11}}{_HAN})"
    rf"@(?:{_DOTTED}|{_CHINESE_HOST})"
)

_NAME: Final = rf"(?:(?!{_FILE}{_HAN})[^{_END}()/\\]|[（(][^（）()\s]*[）)](?=[\w.-]))"
# Folders of Windows may have spaces in them; the file too, where it shows its ending.
_WINDOWS: Final = (
    rf"(?:(?<![{_LETTER}])[A-Za-z]:|(?<!\\)\\\\[^{_END}\\/]+)\\"
    rf"(?:[^{_END}\\/:]+(?:[ ][^{_END}\\/:]+)*\\)*"
    rf"(?:[^{_END}\\/:]+(?:[ ][^{_END}\\/:]+){{1,2}}?{_FILE}|{_NAME}*?{_TO_THE_END})"
)

_ROOTS: Final = "(?:home|root|etc|usr|var|opt|mnt|media|srv|tmp|Users|Volumes)/"
_STEPS: Final = rf"(?:{_NAME}+/)"
_POSIX: Final = (
    # Chinese prose has slashes too: 领导/干部/职工. Behind it a path has to look like one.
    rf"(?:(?<![\w/.<])(?:\.{{1,2}}/|/{_STEPS})"
    rf"|(?<![{_LETTER}/.<])(?:\.{{1,2}}/|/{_ROOTS})"
    rf"){_STEPS}*{_NAME}*?{_TO_THE_END}"
)
# The ending has to be known: prose has slashes and dots too, 网址/微信www.acftu.org.
_KNOWN: Final = (
    "docx?|xlsx?|pptx?|wps|et|ofd|pdf|txt|md|ya?ml|html?|csv|json|xml|jpe?g|png|mp[34]|zip|rar"
)
_RELATIVE: Final = (
    rf"{_BEGIN}(?:(?![{_LEADING}])[\w.-]){{1,20}}/(?!{_ROOTS})"
    rf"{_STEPS}*{_NAME}+?\.(?:{_KNOWN})(?![{_LETTER}])"
)

_ATTRIBUTE: Final = r"""[ \t]+[A-Za-z_:@][^\s=<>"'/]*(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s<>"']+))?"""
HTML_TAG: Final = rf"</?[A-Za-z][A-Za-z0-9:-]*(?:{_ATTRIBUTE})*[ \t]*/?>"

ADDRESSES: Final = (_WEB, _MAILBOX, _WINDOWS, _POSIX, _RELATIVE)
"""Expressions for everything of this kind, to be tried in this order."""
