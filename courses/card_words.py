"""The fixed words of printed cards, by language.

They stand here and not in the catalogues because a card speaks the language of whoever gets it, also where the pages
are not translated yet, and because each of their signs must be in the fonts that cards are set in.
"""

from typing import NamedTuple


class CardWords(NamedTuple):
    """The fixed words of one language; none of them says what the card is for."""

    name: str
    how: str
    last_day: str
    day: str  # in Django's date letters
    seats: str
    qr: str
    cards: str
    codes: str
    once: str


CARD_WORDS = {
    "en": CardWords(
        name="Three-Two-One",
        how="Scan the square, or open this address and type the code:",
        last_day="Last day",
        day="j F Y",
        seats="Seats",
        qr="QR code that opens the page with this code",
        cards="Cards",
        codes="Codes",
        once="Each code works once.",
    ),
    "zh-hans": CardWords(
        name="三二一",
        how="扫描二维码，或打开下面的网址并输入这个码：",
        last_day="有效期到",
        day="Y年n月j日",
        seats="名额",
        qr="打开页面并带入此码的二维码",
        cards="卡片",
        codes="码",
        once="每个码只能用一次。",
    ),
    # Drafts, from here to the end: no native reader has agreed to the Burmese, Khmer and Vietnamese yet.
    "my": CardWords(
        name="Three-Two-One",
        how="QR ကုဒ်ကို စကင်ဖတ်ပါ၊ သို့မဟုတ် ဤလိပ်စာကိုဖွင့်ပြီး ကုဒ်ကို ရိုက်ထည့်ပါ။",
        last_day="နောက်ဆုံးရက်",
        day="d/m/Y",
        seats="နေရာ",
        qr="ဤကုဒ်ဖြင့် စာမျက်နှာကို ဖွင့်ပေးသော QR ကုဒ်",
        cards="ကတ်များ",
        codes="ကုဒ်များ",
        once="ကုဒ်တစ်ခုလျှင် တစ်ကြိမ်သာ သုံးနိုင်သည်။",
    ),
    "km": CardWords(
        name="Three-Two-One",
        how="ស្កេនកូដ QR ឬបើកអាសយដ្ឋាននេះ ហើយវាយលេខកូដ៖",
        last_day="ថ្ងៃចុងក្រោយ",
        day="d/m/Y",
        seats="កន្លែង",
        qr="កូដ QR ដែលបើកទំព័រជាមួយលេខកូដនេះ",
        cards="កាត",
        codes="លេខកូដ",
        once="លេខកូដនីមួយៗប្រើបានតែម្តង។",
    ),
    "vi": CardWords(
        name="Three-Two-One",
        how="Quét mã QR, hoặc mở địa chỉ này rồi nhập mã:",
        last_day="Ngày cuối",
        day="d/m/Y",
        seats="Số chỗ",
        qr="Mã QR mở trang cùng với mã này",
        cards="Thẻ",
        codes="Mã",
        once="Mỗi mã dùng được một lần.",
    ),
}
