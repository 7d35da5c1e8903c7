package drydock.render.scene;

/// How a figure looks from far away: one plain cell that fills its bounds.
///
/// @param fill its inside; `NONE` where it is hollow, so that hollow states stay hollow from afar
/// @param stroke its border
/// @param dash how the border is drawn
/// @param label what stands in it while there is room for one line: a name
/// @param flag what its upper right corner says
/// @param side what its left side says
/// @param sign the state of a Pod or a node, by shape; its colour is in `fill` and `stroke`
public record Cell(Ink fill, Ink stroke, Mark.Dash dash, String label, Flag flag, Side side, Sign sign) {

    /// That something is wrong with what a cell stands for, told by shape and colour.
    public enum Flag {
        NONE(Ink.NONE),
        /// A small triangle that stands on its base.
        WARNING(Ink.PENDING),
        /// The whole corner.
        ERROR(Ink.FAILED);

        private final Ink ink;

        Flag(Ink ink) {
            this.ink = ink;
        }

        public Ink ink() {
            return ink;
        }
    }

    /// Which of two generations that change places it belongs to, told by a band: as high as the cell, or half.
    public enum Side {
        NONE(Ink.NONE),
        NEW(Ink.ACCENT),
        OLD(Ink.TEXT_MUTED);

        private final Ink ink;

        Side(Ink ink) {
            this.ink = ink;
        }

        public Ink ink() {
            return ink;
        }
    }

    /// What stands before the name of a cell that is not simply well, or alone where there is no room for a name.
    public enum Sign {
        NONE,
        /// Waits for a node.
        CLOCK,
        /// Is being made.
        DOTS,
        /// Ended well.
        TICK,
        /// Failed.
        CROSS,
        /// Is tried again and again.
        AGAIN,
        /// Nobody knows.
        QUESTION,
        /// Is leaving.
        DASH,
        /// Takes nothing new: no entry.
        CLOSED
    }

    /// A cell of which nothing is wrong.
    public Cell(Ink fill, Ink stroke, Mark.Dash dash, String label) {
        this(fill, stroke, dash, label, Flag.NONE, Side.NONE, Sign.NONE);
    }

    public Cell flagged(Flag newFlag) {
        return new Cell(fill, stroke, dash, label, newFlag, side, sign);
    }

    public Cell sided(Side newSide) {
        return new Cell(fill, stroke, dash, label, flag, newSide, sign);
    }

    public Cell signed(Sign newSign) {
        return new Cell(fill, stroke, dash, label, flag, side, newSign);
    }
}
