package drydock.render.theme;

/// A kind of sight: which colours an eye tells apart.
enum Sight {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    /// Machado, Oliveira, Fernandes 2009, severity 1.0.
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    @SuppressWarnings("ImmutableEnumChecker") // never written after it is made
    private final double[] matrix;

    Sight(double... matrix) {
        this.matrix = matrix;
    }

    /// How far apart two colours are seen, in CIE L*a*b* (1976); about 2 is just seen.
    double distance(Colour one, Colour other) {
        double[] a = lab(seen(one));
        double[] b = lab(seen(other));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /// Linear red, green and blue as this eye takes them.
    private double[] seen(Colour colour) {
        double[] rgb = {linear(colour.red()), linear(colour.green()), linear(colour.blue())};
        double[] seen = new double[3];
        for (int i = 0; i < 9; i++) {
            seen[i / 3] += matrix[i] * rgb[i % 3];
        }
        return seen;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double[] lab(double[] rgb) {
        double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        double bounded = Math.max(0, t);
        return bounded > 0.008856 ? Math.cbrt(bounded) : 7.787 * bounded + 16.0 / 116;
    }
}
