<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFields;
use Automattic\WooCommerce\Blocks\Package;
use Automattic\WooCommerce\Blocks\Registry\Container;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;

/**
 * Fields of other plugins that ask for the same number, from where the order's number is read anyway: nobody is asked
 * for it twice, and theirs stays, because their VAT exemption hangs on it.
 */
final class OtherFields {

	private const OURS = 'orderinvoicer';

	/** Where a block field of a location ends in the order. */
	private const META = [
		'contact' => '_wc_other/',
		'order'   => '_wc_other/',
		'address' => '_wc_billing/',
	];

	/** WooCommerce's own plugin prints its field at both checkouts itself; no list of fields has it. */
	private const VAT_PLUGIN = 'WC_EU_VAT_Number';

	/** @param string $always_asks a class that is there while its plugin asks everybody. */
	public function __construct(
		private readonly BuyerNumbers $numbers = new BuyerNumbers(),
		private readonly string $always_asks = self::VAT_PLUGIN,
	) {}

	/**
	 * At the classic checkout, once everybody has added theirs.
	 *
	 * @param array<mixed> $fields by fieldset and name.
	 */
	public function ask_classically( string $id, array $fields ): bool {
		unset( $fields['shipping'] );
		$names = array_keys( array_merge( ...array_values( array_filter( $fields, 'is_array' ) ) ) );
		return $this->always_ask( $id ) || $this->is_among( $id, array_map( 'strval', $names ) );
	}

	/** At the block checkout, as far as they are registered by now. */
	public function ask_in_blocks( string $id ): bool {
		/** @var Container $container */
		$container  = Package::container();
		$fields     = $container->get( CheckoutFields::class );
		$registered = $fields instanceof CheckoutFields ? $fields->get_additional_fields() : [];
		$keys       = [];
		foreach ( is_array( $registered ) ? $registered : [] as $field ) {
			$location = is_array( $field ) ? $field['location'] ?? '' : '';
			$place    = is_string( $location ) ? self::META[ $location ] ?? null : null;
			if (
				is_array( $field )
				&& $place !== null
				&& ( $field['type'] ?? 'text' ) === 'text'
				&& is_string( $field['id'] ?? null )
			) {
				$keys[] = $place . $field['id'];
			}
		}
		return $this->always_ask( $id ) || $this->is_among( $id, $keys );
	}

	private function always_ask( string $id ): bool {
		return $id === CheckoutNumbers::VAT_NUMBER && class_exists( $this->always_asks, false );
	}

	/**
	 * Code of the shop that fails here fails where the number is read, and is named there: nobody's checkout does.
	 *
	 * @param list<string> $keys
	 */
	private function is_among( string $id, array $keys ): bool {
		$number = $id === CheckoutNumbers::SIRET ? 'siret' : 'vat_number';
		try {
			foreach ( $keys as $key ) {
				if ( ! str_contains( $key, self::OURS ) && $this->numbers->reads( $number, $key ) ) {
					return true;
				}
			}
		} catch ( BrokenFilter ) {
			return false;
		}
		return false;
	}
}
