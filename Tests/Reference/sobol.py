"""Points of the unscrambled Sobol sequence for SobolSequenceTests, and its direction numbers.

Run with Python 3 and scipy 1.17.1:

    python3 sobol.py > sobol.csv                    points
    python3 sobol.py --table > SobolTable.swift     Sources/Sampling/SobolTable.swift

Points: the first 64 in 256 dimensions, numerators over 2^6, and four far ones in 1,024, numerators
over 2^32, whose Gray codes together use every direction number. scipy ships the direction numbers
of S. Joe and F. Y. Kuo, new-joe-kuo-6.21201, doi:10.1137/070709359.
"""

import os
import sys

import numpy as np
import scipy.stats
from scipy.stats import qmc

DIMENSIONS = 1024
FAR = [0x8F1E2D3C, 0x5A2B3C4D, 0xAAAAAAAA, 0xF5559995]


def far(index):
    """A point from scipy's 32 direction numbers of each dimension; its fast_forward takes hours."""
    numbers = qmc.Sobol(DIMENSIONS, scramble=False, bits=32)._sv
    gray = index ^ index >> 1
    point = np.zeros(DIMENSIONS, dtype=numbers.dtype)
    for bit in range(32):
        if gray >> bit & 1:
            point ^= numbers[:, bit]
    return point / 2.0**32


def points():
    first = qmc.Sobol(256, scramble=False, bits=32).random(64)
    for index, point in enumerate(first):
        assert (point == far(index)[:256]).all()
        yield index, 6, point
    for index in FAR:
        yield index, 32, far(index)


LICENCE = """\
Source: new-joe-kuo-6.21201, dimensions 2 to 1024, of S. Joe and F. Y. Kuo, Constructing
Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput. 30 (2008),
doi:10.1137/070709359. Their licence:

Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are
permitted provided that the following conditions are met:
  * Redistributions of source code must retain the above copyright notice, this list of
    conditions and the following disclaimer.
  * Redistributions in binary form must reproduce the above copyright notice, this list of
    conditions and the following disclaimer in the documentation and/or other materials
    provided with the distribution.
  * Neither the names of the copyright holders nor the names of the University of New South
    Wales and the University of Waikato and its contributors may be used to endorse or
    promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS ``AS IS'' AND ANY EXPRESS OR IMPLIED
WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE
LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING
IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
DAMAGE."""

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def digits(number, bits):
    count = -(-bits // 6)
    return "".join(DIGITS[number >> 6 * place & 63] for place in reversed(range(count)))


def table():
    folder = os.path.dirname(scipy.stats.__file__)
    data = np.load(os.path.join(folder, "_sobol_direction_numbers.npz"))
    words = {}
    for polynomial, numbers in zip(data["poly"][1:DIMENSIONS], data["vinit"][1:DIMENSIONS]):
        polynomial = int(polynomial)
        degree = polynomial.bit_length() - 1
        word = digits(polynomial >> 1 & (1 << degree - 1) - 1, degree - 1)
        for i in range(1, degree):
            word += digits(int(numbers[i]) >> 1, i)
        words.setdefault(degree, []).append(word or "-")
    print("""\
/// The published table of direction numbers, packed; written by Tests/Reference/sobol.py.
///
/// One string for each degree s of the primitive polynomial, from 1 on; one word for each
/// dimension. A word holds the polynomial's inner coefficients a (s - 1 bits), then for i = 2...s
/// the number (m_i - 1) / 2 (i - 1 bits), each in as few base-64 digits as its bits need, the
/// high one first; m_1 is 1. `-` stands for a word without digits.
///""")
    print("\n".join(("/// " + line).rstrip() for line in LICENCE.split("\n")))
    print("""\
enum SobolTable {
    static let words = [""")
    for degree in sorted(words):
        print('        """')
        line = ""
        for word in words[degree]:
            if len(line) + 1 + len(word) > 92:
                print("        " + line)
                line = ""
            line = (line + " " + word).strip()
        print("        " + line)
        print('        """,')
    print("    ]\n}")


if "--table" in sys.argv:
    table()
else:
    print("index,bits,numerators over 2^bits by dimension")
    for index, bits, point in points():
        print(",".join([str(index), str(bits)] + [str(int(x * 2**bits)) for x in point]))
