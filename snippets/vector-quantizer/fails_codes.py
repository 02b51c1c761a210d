from vector_quantizer import VectorQuantizer

layer = VectorQuantizer(codes=1)
