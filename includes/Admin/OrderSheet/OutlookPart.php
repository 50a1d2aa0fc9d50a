<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderSheet\Foreseen;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\OutlookText;

/** In the order box: what will be made, when, and why not yet. */
final class OutlookPart {

	public function __construct(
		private readonly OutlookText $texts,
		private readonly DocumentNames $names,
	) {}

	/** @param list<Foreseen> $foreseen */
	public function render( array $foreseen ): void {
		if ( $foreseen === [] ) {
			return;
		}
		printf(
			'<section class="orderinvoicer-outlook"><h3>%s</h3><dl>',
			esc_html__( 'What will be made', 'orderinvoicer' )
		);
		foreach ( $foreseen as $one ) {
			printf(
				'<dt>%1$s</dt><dd>%2$s</dd>',
				esc_html( $this->names->kind( $one->kind ) ),
				esc_html( implode( ' ', $this->texts->sentences( $one ) ) )
			);
		}
		echo '</dl></section>';
	}
}
