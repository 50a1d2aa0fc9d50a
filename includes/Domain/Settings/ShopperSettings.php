<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\ListOf;
use OrderInvoicer\Domain\Settings\Fields\Number;

/** What shoppers find with their orders. */
final class ShopperSettings {

	/**
	 * @param list<string> $kinds        DocumentKind values; only what Sellsy makes final, nobody hands out a draft.
	 * @param int          $company_days 0: nobody is asked.
	 */
	public function __construct(
		#[ListOf(
			new Choice( [ 'invoice', 'creditnote' ], '' ),
			'Kinds of final documents that shoppers find with their orders and may download; a proforma goes with the'
				. ' invoice. Empty: none.'
		)]
		public readonly array $kinds,
		#[Number(
			default: 0,
			maximum: 365,
			description: 'For how many days after the order its buyer may ask for the invoice in their company\'s name.'
				. ' 0: never.'
		)]
		public readonly int $company_days,
	) {}

	public function gets( DocumentKind $kind ): bool {
		$kind = $kind === DocumentKind::Proforma ? DocumentKind::Invoice : $kind;
		return in_array( $kind->value, $this->kinds, true );
	}
}
