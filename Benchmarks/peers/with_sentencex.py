import records
import sentencex

records.each(lambda text: {"sentences": list(sentencex.segment("en", text))})
