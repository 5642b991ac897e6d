#!/usr/bin/env python3
"""roc.py --tool BIN --garbled FILE… --clean FILE… - how well `artifact_score` tells garbled texts from clean ones.

Prints the area under the ROC curve: the chance that a garbled text has a higher score than a clean one, ties counted half.
"""
import argparse
import bisect

from gold import read, run


def scores(tool, paths):
    found = []
    for path in paths:
        found += [r.get("artifact_score", 0.0) for r in run(tool, read(path)).values()]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--garbled", nargs="+", required=True)
    parser.add_argument("--clean", nargs="+", required=True)
    options = parser.parse_args()
    garbled, clean = scores(options.tool, options.garbled), sorted(scores(options.tool, options.clean))
    area = sum(bisect.bisect_left(clean, s) + bisect.bisect_right(clean, s) for s in garbled) / (2 * len(garbled) * len(clean))
    print(f"area {area:.4f}: {len(garbled)} garbled, lowest score {min(garbled):.4f}; {len(clean)} clean, highest {clean[-1]:.4f}")


if __name__ == "__main__":
    main()
