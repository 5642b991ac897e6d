import ftfy
import records

records.each(lambda text: {"text": ftfy.fix_text(text)})
