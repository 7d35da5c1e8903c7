package drydock.render.theme;

import drydock.render.scene.Ink;
import java.util.EnumMap;
import java.util.Map;

/// The colours themselves. Services have hues that no state has. States keep apart for eyes that do not tell red from
/// green: ready is bluish and, in its
/// lightness, away from failed. Text is read at 4.5 : 1 or better on every surface.
final class Palette {

    private Palette() {}

    static Map<Ink, Colour> light() {
        return new Paints()
                .put(Ink.CANVAS, "#F6F7F9")
                .put(Ink.GRID, "#ECEFF3")
                .put(Ink.SURFACE, "#FFFFFF")
                .put(Ink.SURFACE_RAISED, "#FFFFFF")
                .put(Ink.SURFACE_SUNKEN, "#EEF1F6")
                .put(Ink.BORDER, "#D3DAE3")
                .put(Ink.TEXT, "#1B2430")
                .put(Ink.TEXT_MUTED, "#586373")
                .put(Ink.TEXT_ON_STRONG, "#FFFFFF")
                .put(Ink.ACCENT, "#2660D6")
                .put(Ink.ACCENT_SOFT, "#E3EDFF")
                .put(Ink.SELECTION, "#2F6FEB")
                .put(Ink.PENDING, "#9A5C00")
                .put(Ink.PENDING_SOFT, "#FFF1D6")
                .put(Ink.READY, "#117C48")
                .put(Ink.READY_SOFT, "#E0F5E9")
                .put(Ink.SUCCEEDED, "#2B5FC0")
                .put(Ink.SUCCEEDED_SOFT, "#E2EDFB")
                .put(Ink.FAILED, "#B3152E")
                .put(Ink.FAILED_SOFT, "#FDE6E8")
                .put(Ink.UNKNOWN, "#5F6A78")
                .put(Ink.UNKNOWN_SOFT, "#E9ECF0")
                .put(Ink.LEAVING, "#626D7B")
                .put(Ink.LEAVING_SOFT, "#EEF0F3")
                .put(Ink.SERVICE_1, "#7548C4")
                .put(Ink.SERVICE_2, "#0B7285")
                .put(Ink.SERVICE_3, "#B02F76")
                .put(Ink.SERVICE_4, "#7D5A50")
                .put(Ink.SERVICE_5, "#4A55C7")
                .put(Ink.SERVICE_6, "#666B14")
                .colours();
    }

    static Map<Ink, Colour> dark() {
        return new Paints()
                .put(Ink.CANVAS, "#12161C")
                .put(Ink.GRID, "#1A2028")
                .put(Ink.SURFACE, "#1A2028")
                .put(Ink.SURFACE_RAISED, "#202833")
                .put(Ink.SURFACE_SUNKEN, "#28323E")
                .put(Ink.BORDER, "#364250")
                .put(Ink.TEXT, "#E6EBF2")
                .put(Ink.TEXT_MUTED, "#A3AFBD")
                .put(Ink.TEXT_ON_STRONG, "#12161C")
                .put(Ink.ACCENT, "#7FAEFF")
                .put(Ink.ACCENT_SOFT, "#1E3152")
                .put(Ink.SELECTION, "#6BA0FF")
                .put(Ink.PENDING, "#F2B544")
                .put(Ink.PENDING_SOFT, "#3A2C12")
                .put(Ink.READY, "#46CFA0")
                .put(Ink.READY_SOFT, "#12382D")
                .put(Ink.SUCCEEDED, "#7DB2F5")
                .put(Ink.SUCCEEDED_SOFT, "#1B2F4A")
                .put(Ink.FAILED, "#FF8078")
                .put(Ink.FAILED_SOFT, "#46201E")
                .put(Ink.UNKNOWN, "#A0ABB9")
                .put(Ink.UNKNOWN_SOFT, "#2B343F")
                .put(Ink.LEAVING, "#9AA6B5")
                .put(Ink.LEAVING_SOFT, "#262E38")
                .put(Ink.SERVICE_1, "#B992FF")
                .put(Ink.SERVICE_2, "#4FC3D9")
                .put(Ink.SERVICE_3, "#F28CC0")
                .put(Ink.SERVICE_4, "#D1B3A6")
                .put(Ink.SERVICE_5, "#A0A9FF")
                .put(Ink.SERVICE_6, "#CFCB6B")
                .colours();
    }

    /// A colour for each ink, written down one after the other.
    private static final class Paints {

        private final Map<Ink, Colour> colours = new EnumMap<>(Map.of(Ink.NONE, Colour.TRANSPARENT));

        Paints put(Ink ink, String hex) {
            colours.put(ink, Colour.of(hex));
            return this;
        }

        Map<Ink, Colour> colours() {
            return colours;
        }
    }
}
