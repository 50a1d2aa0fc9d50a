<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Wording\SheetText;

/** What a document is worth, beside its order. */
final class DocumentFigures {

	public function __construct( private readonly SheetText $texts ) {}

	/** @param string $name of the document, for those who hear the table. */
	public function render( SheetDocument $document, string $name ): void {
		$figures = $this->texts->figures( $document );
		if ( $figures === [] ) {
			printf( '<p>%s</p>', esc_html__( 'Its amounts are not known here yet.', 'orderinvoicer' ) );
			return;
		}
		printf(
			'<table class="orderinvoicer-figures"><caption class="screen-reader-text">%s</caption><tbody>',
			esc_html( $name )
		);
		foreach ( $figures as [ $what, $amount ] ) {
			printf( '<tr><th scope="row">%1$s</th><td>%2$s</td></tr>', esc_html( $what ), esc_html( $amount ) );
		}
		echo '</tbody></table>';
		$sentences = [
			$this->texts->agreement( $document ),
			$this->texts->credited( $document ),
			$this->texts->paid( $document ),
			$this->texts->in_sellsy( $document ),
			$this->texts->as_of( $document ),
		];
		foreach ( $sentences as $sentence ) {
			if ( $sentence !== '' ) {
				printf( '<p>%s</p>', esc_html( $sentence ) );
			}
		}
	}
}
