<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\FillPace;

/** How far old documents are filled in. */
final class FillText {

	public function pace( FillPace $pace ): string {
		$left = number_format_i18n( $pace->left );
		$days = $pace->days_left();
		return match ( true ) {
			$pace->left === 0             => '',
			$days === null || $days === 0 => sprintf(
				/* translators: %s: number of documents. */
				_n( '%s document is left.', '%s documents are left.', $pace->left, 'orderinvoicer' ),
				$left
			),
			default                       => sprintf(
				/* translators: 1: number of documents, 2: number of days. */
				_n(
					'%1$s documents are left: about %2$s more day.',
					'%1$s documents are left: about %2$s more days.',
					$days,
					'orderinvoicer'
				),
				$left,
				number_format_i18n( $days )
			),
		};
	}
}
