import pysbd
import records

segmenter = pysbd.Segmenter(language="en", clean=False)
records.each(lambda text: {"sentences": segmenter.segment(text)})
