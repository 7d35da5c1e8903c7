package drydock.render.export.pdf;

import drydock.render.export.Decimal;
import drydock.render.geometry.Rect;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// The one page of a document, one point for each unit of the scene.
final class PdfPage {

    /// The longest side that every viewer takes (ISO 32000, annex C); a larger page counts in larger units.
    private static final double LONGEST = 14_400;

    private final Rect area;
    private final double unit;
    private final Map<String, Double> opacities = new TreeMap<>();

    /// @param area what of the scene is on it
    PdfPage(Rect area) {
        this.area = area;
        this.unit = Math.max(1, Math.max(area.width(), area.height()) / LONGEST);
    }

    /// Makes the coordinates those of the scene, in which y grows down.
    void begin(PdfContent content) {
        content.raw((1 / unit) + " 0 0 " + (-1 / unit) + " 0 " + Decimal.of(area.height() / unit) + " cm");
        content.op("cm", 1, 0, 0, 1, -area.x(), -area.y());
    }

    /// The operation that lets what follows be seen through.
    String faded(double opacity) {
        String name = "A" + Math.round(opacity * 1000);
        opacities.put(name, opacity);
        return "/" + name + " gs";
    }

    void write(String title, PdfContent content, Lettering lettering, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(1.6f);
            document.setDocumentId(0L);
            document.getDocumentInformation().setProducer("Drydock");
            if (!title.isEmpty()) {
                document.getDocumentInformation().setTitle(title);
                PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
                shown.setDisplayDocTitle(true);
                document.getDocumentCatalog().setViewerPreferences(shown);
            }
            PDPage page = new PDPage(new PDRectangle((float) (area.width() / unit), (float) (area.height() / unit)));
            page.setUserUnit((float) unit);
            PDStream stream = new PDStream(document);
            try (OutputStream bytes = stream.createOutputStream(COSName.FLATE_DECODE)) {
                bytes.write(content.bytes());
            }
            page.setContents(stream);
            page.setResources(resources(lettering));
            document.addPage(page);
            document.save(out);
        }
    }

    private PDResources resources(Lettering lettering) throws IOException {
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, lettering.resources());
        COSDictionary states = new COSDictionary();
        opacities.forEach((name, opacity) -> {
            COSDictionary state = new COSDictionary();
            state.setItem(COSName.CA, new COSFloat(opacity.floatValue()));
            state.setItem(COSName.CA_NS, new COSFloat(opacity.floatValue()));
            states.setItem(COSName.getPDFName(name), state);
        });
        resources.setItem(COSName.EXT_G_STATE, states);
        return new PDResources(resources);
    }
}
