import blingfire
import records

records.each(lambda text: {"sentences": blingfire.text_to_sentences(text).split("\n")})
