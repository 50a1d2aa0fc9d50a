<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes\Doctor;

defined( 'ABSPATH' ) || exit;

/**
 * Looks over rates, mapping and Sellsy's taxes, and names what stops orders, what misleads and what is good to know.
 */
final class TaxDoctor {

	/** @return list<Finding> the gravest first. */
	public function examine( ShopTaxes $shop ): array {
		$findings = [
			...( new ChosenTaxes() )->findings( $shop ),
			...( new MissingChoices() )->findings( $shop ),
			...( new RatesBesideEachOther() )->findings( $shop ),
		];
		$order    = array_flip(
			array_map( static fn( FindingCode $code ): string => $code->value, FindingCode::cases() )
		);
		usort(
			$findings,
			static fn( Finding $one, Finding $other ): int =>
				$order[ $one->code->value ] <=> $order[ $other->code->value ]
		);
		return $findings;
	}
}
