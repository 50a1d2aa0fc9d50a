<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

/** A page with a line on it, for the test of an e-mail that carries a file: nobody's document. */
final class ExamplePdf {

	/** What every reader has, and its letters without their accents. */
	private const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

	public static function bytes( string $line ): string {
		$plain   = (string) preg_replace( '/[^ -~]|[\\\\()]/', '', remove_accents( $line ) );
		$written = "BT /F1 18 Tf 60 760 Td ($plain) Tj ET";
		$page    = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R'
			. ' /Resources << /Font << /F1 4 0 R >> >> >>';
		$pdf     = "%PDF-1.4\n";
		$places  = [];
		foreach ( [
			'<< /Type /Catalog /Pages 2 0 R >>',
			'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
			$page,
			self::FONT,
			'<< /Length ' . strlen( $written ) . " >>\nstream\n$written\nendstream",
		] as $index => $thing ) {
			$places[] = sprintf( "%010d 00000 n \n", strlen( $pdf ) );
			$pdf     .= ( $index + 1 ) . " 0 obj\n$thing\nendobj\n";
		}
		$start = strlen( $pdf );
		$count = count( $places ) + 1;
		return $pdf . "xref\n0 $count\n0000000000 65535 f \n" . implode( '', $places )
			. "trailer\n<< /Size $count /Root 1 0 R >>\nstartxref\n$start\n%%EOF\n";
	}
}
