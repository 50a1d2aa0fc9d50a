<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\Settings;

/**
 * The owner's tax mapping with what Sellsy says of the taxes it names. What Sellsy no longer has counts as unmapped.
 */
final class ReadTaxes {

	public function __construct( private readonly Account $account ) {}

	/** @throws RemoteFailure */
	public function map( Settings $settings ): TaxMap {
		$wanted = [ ...array_values( $settings->tax_rates ), ...array_values( $settings->exempt_taxes ) ];
		$taxes  = $this->by_id( $this->account->taxes() );
		if ( array_diff( $wanted, array_keys( $taxes ) ) !== [] ) {
			$this->account->refresh();
			$taxes = $this->by_id( $this->account->taxes() );
		}
		$known = static fn( int $id ): bool => isset( $taxes[ $id ] );
		$read  = static fn( int $id ): RemoteTax => $taxes[ $id ];
		return new TaxMap(
			rates: array_map( $read, array_filter( $settings->tax_rates, $known ) ),
			exempt: array_map( $read, array_filter( $settings->exempt_taxes, $known ) ),
			rounding: $taxes[ $settings->rounding_tax_id ?? 0 ] ?? null,
			reasons: $settings->exempt_reasons,
		);
	}

	/**
	 * @param list<RemoteTax> $taxes
	 * @return array<int, RemoteTax>
	 */
	private function by_id( array $taxes ): array {
		$found = [];
		foreach ( $taxes as $tax ) {
			$found[ $tax->id ] = $tax;
		}
		return $found;
	}
}
