<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\LegalNumbers;
use OrderInvoicer\Domain\Buyers\Siren;
use OrderInvoicer\Domain\Buyers\Siret;
use OrderInvoicer\Domain\Buyers\VatNumber;
use OrderInvoicer\Domain\Text\PlainText;

/**
 * SIREN, SIRET and VAT number of a buyer: from our own fields, else from the order meta of the common VAT plugins and
 * of block checkout fields. The first valid number counts. One with a typing mistake counts as none, and so does one
 * that belongs to another company than the rest.
 */
final class BuyerNumbers {

	/** Typed on the order screen, as typed. */
	public const OWN_SIRET      = '_orderinvoicer_siret';
	public const OWN_VAT_NUMBER = '_orderinvoicer_vat_number';

	/** What the buyer asked for in their company's name. */
	public const COMPANY_REQUEST = '_orderinvoicer_company_request';

	/** The buyer's own number of this purchase, typed on the order screen or at the classic checkout. */
	public const OWN_ORDER_NUMBER = '_orderinvoicer_order_number';

	private const ORDER_NUMBER = [ self::OWN_ORDER_NUMBER, '_wc_other/orderinvoicer/order-number' ];

	/** Sellsy's limit of a reference. */
	private const LONGEST = 100;

	private const SIREN = [ '_orderinvoicer_siren', 'billing_siren', '_billing_siren', 'siren', '_siren' ];
	private const SIRET = [ self::OWN_SIRET, 'billing_siret', '_billing_siret', 'siret', '_siret' ];
	private const VAT   = [
		self::OWN_VAT_NUMBER,
		'_billing_vat_number',
		'_vat_number',
		'vat_number',
		'VAT Number',
		'_billing_eu_vat_number',
		'_billing_eu_vat',
		'_billing_vat_id',
		'_shipping_vat_id',
		'_billing_vat',
		'billing_vat',
		'yweu_billing_vat',
		'_billing_dic',
		'_billing_btw_nummer',
		'_eu_vat_evidence',
	];

	/** Block checkout's additional fields: `_wc_billing/<plugin>/<field>`, `_wc_other/<plugin>/<field>`. */
	private const BLOCK_FIELD = '#^_wc_(billing|other)/[^/]+/[^/]*(%s)[^/]*$#i';

	/**
	 * @return array{LegalNumbers, bool} those that belong together, and whether any was left out because it does not.
	 */
	public function numbers( \WC_Order $order ): array {
		return LegalNumbers::agreed(
			$this->typed_siren( $order ),
			$this->typed_siret( $order ),
			$this->typed_vat_number( $order )
		);
	}

	public function siren( \WC_Order $order ): string {
		return $this->numbers( $order )[0]->siren;
	}

	public function siret( \WC_Order $order ): string {
		return $this->numbers( $order )[0]->siret;
	}

	public function vat_number( \WC_Order $order ): string {
		return $this->numbers( $order )[0]->vat_number;
	}

	/** The buyer's own, on one line; empty where they gave none. */
	public function order_number( \WC_Order $order ): string {
		foreach ( self::ORDER_NUMBER as $key ) {
			$typed  = $order->get_meta( $key );
			$number = is_scalar( $typed ) ? ( new PlainText() )->line( (string) $typed, self::LONGEST ) : '';
			if ( $number !== '' ) {
				return $number;
			}
		}
		return '';
	}

	/**
	 * Whether the number would be read from what a checkout keeps under this name. Of a block field's name only a whole
	 * word counts: "private" asks for no VAT number.
	 *
	 * @param 'siret'|'vat_number' $number a field for a SIRET takes a SIREN as well.
	 */
	public function reads( string $number, string $name ): bool {
		$words = $number === 'siret' ? 'siren|siret' : 'vat|tva';
		$keys  = $number === 'siret'
			? [ ...self::SIREN, ...self::SIRET, ...$this->more_keys( 'siren' ), ...$this->more_keys( 'siret' ) ]
			: [ ...self::VAT, ...$this->more_keys( 'vat|tva' ) ];
		$bare  = static fn ( string $key ): string => ltrim( $key, '_' );
		return in_array( $bare( $name ), array_map( $bare, $keys ), true )
			|| preg_match( sprintf( self::BLOCK_FIELD, "(?<![a-z])(?:$words)" ), $name ) === 1;
	}

	/** A field for the one takes the other as well: nine digits are a SIREN, fourteen a SIRET. */
	private function typed_siren( \WC_Order $order ): string {
		$siren = $this->first( $order, self::SIREN, 'siren', Siren::read( ... ) );
		return $siren !== '' ? $siren : $this->first( $order, self::SIRET, 'siret', Siren::read( ... ) );
	}

	private function typed_siret( \WC_Order $order ): string {
		$siret = $this->first( $order, self::SIRET, 'siret', Siret::read( ... ) );
		return $siret !== '' ? $siret : $this->first( $order, self::SIREN, 'siren', Siret::read( ... ) );
	}

	private function typed_vat_number( \WC_Order $order ): string {
		$country = $order->get_billing_country( 'edit' );
		return $this->first(
			$order,
			self::VAT,
			'vat|tva',
			static fn ( string $typed ): string => VatNumber::read( $typed, $country )
		);
	}

	/**
	 * @param list<string>             $keys
	 * @param string                   $words part of a block field's name.
	 * @param callable(string): string $read  the normalised number, or empty.
	 */
	private function first( \WC_Order $order, array $keys, string $words, callable $read ): string {
		foreach ( [ ...$keys, ...$this->block_fields( $order, $words ), ...$this->more_keys( $words ) ] as $key ) {
			$value  = $this->within( $order->get_meta( $key ) );
			$number = is_scalar( $value ) ? $read( (string) $value ) : '';
			if ( $number !== '' ) {
				return $number;
			}
		}
		return '';
	}

	/** One plugin keeps what proves an exemption, the number among it, in an array (`_eu_vat_evidence`). */
	private function within( mixed $value ): mixed {
		return is_array( $value ) && is_array( $value['exemption'] ?? null )
			? $value['exemption']['vat_number'] ?? ''
			: $value;
	}

	/** @return list<string> */
	private function more_keys( string $words ): array {
		/**
		 * More order meta keys to read a buyer's number from. What they hold is checked like the rest.
		 *
		 * @since 0.1.0
		 * @param list<string> $keys
		 * @param string       $number `siren`, `siret` or `vat_number`.
		 */
		return OtherCode::answer(
			'orderinvoicer_buyer_number_keys',
			static fn (): mixed =>
				apply_filters( 'orderinvoicer_buyer_number_keys', [], $words === 'vat|tva' ? 'vat_number' : $words ),
			self::keys( ... )
		);
	}

	/** @return list<string> */
	private static function keys( mixed $keys ): array {
		$texts = is_array( $keys ) ? array_values( array_filter( $keys, 'is_string' ) ) : null;
		return is_array( $keys ) && $texts !== null && count( $texts ) === count( $keys )
			? $texts
			: throw new \InvalidArgumentException( 'No list of meta keys.' );
	}

	/** @return list<string> keys of this order's meta. */
	private function block_fields( \WC_Order $order, string $words ): array {
		$keys = [];
		foreach ( $order->get_meta_data() as $meta ) {
			$key = $meta instanceof \WC_Meta_Data ? $meta->get_data()['key'] ?? '' : '';
			if ( is_string( $key ) && preg_match( sprintf( self::BLOCK_FIELD, $words ), $key ) === 1 ) {
				$keys[] = $key;
			}
		}
		return $keys;
	}
}
