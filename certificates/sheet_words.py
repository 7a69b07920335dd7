"""The fixed words of a certificate sheet, by language.

They stand here and not in the catalogues because one sheet carries two languages at once, and because a sheet printed
again must keep its words.
"""

from typing import NamedTuple


class SheetWords(NamedTuple):
    """The fixed words of one language."""

    kind: str
    says: str
    completed: str
    issued: str
    valid_until: str
    issuer: str
    check: str
    qr: str


SHEET_WORDS = {
    "en": SheetWords(
        kind="Certificate of training",
        says="This is to say that",
        completed="has completed",
        issued="Issued",
        valid_until="Valid until",
        issuer="Issued by",
        check="Check: ",
        qr="QR code that opens the check page with this code",
    ),
    "zh-hans": SheetWords(
        kind="培训证书",
        says="兹证明",
        completed="学完了",
        issued="颁发",
        valid_until="有效期至",
        issuer="颁发机构",
        check="核验：",
        qr="打开核验页面并带入此核验码的二维码",
    ),
    # Drafts, from here to the end: no native reader has agreed to the Burmese, Khmer and Vietnamese yet.
    # Burmese puts its verb last, so the lines before the name and the course are labels, not a sentence.
    "my": SheetWords(
        kind="သင်တန်းအောင်လက်မှတ်",
        says="အောက်ပါအမည်ရှိသူ",
        completed="ပြီးဆုံးခဲ့သော သင်တန်း",
        issued="ထုတ်ပေးသည့်လ",
        valid_until="သက်တမ်းကုန်ဆုံးမည့်လ",
        issuer="ထုတ်ပေးသည့်အဖွဲ့အစည်း",
        check="စိစစ်ရန်: ",
        qr="ဤကုဒ်ဖြင့် စိစစ်ရေးစာမျက်နှာကို ဖွင့်ပေးသော QR ကုဒ်",
    ),
    "km": SheetWords(
        kind="វិញ្ញាបនបត្របណ្តុះបណ្តាល",
        says="សូមបញ្ជាក់ថា",
        completed="បានបញ្ចប់",
        issued="ចេញនៅ",
        valid_until="មានសុពលភាពដល់",
        issuer="ចេញដោយ",
        check="ផ្ទៀងផ្ទាត់៖ ",
        qr="កូដ QR ដែលបើកទំព័រផ្ទៀងផ្ទាត់ជាមួយលេខកូដនេះ",
    ),
    "vi": SheetWords(
        kind="Giấy chứng nhận đào tạo",
        says="Chứng nhận rằng",
        completed="đã hoàn thành",
        issued="Cấp",
        valid_until="Có hiệu lực đến",
        issuer="Đơn vị cấp",
        check="Xác minh: ",
        qr="Mã QR mở trang xác minh cùng với mã này",
    ),
}
