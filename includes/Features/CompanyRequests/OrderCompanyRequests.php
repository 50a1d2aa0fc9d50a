<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequest;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequests;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequestState;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\Wording\Names\ShopLanguage;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** A request is one private meta of its order; what is accepted stands where the order screen keeps it. */
final class OrderCompanyRequests implements CompanyRequests {

	public const META = BuyerNumbers::COMPANY_REQUEST;

	/** What the block checkout had stored gives way: one of an earlier company would contradict. */
	private const OF_CHECKOUT = [
		CheckoutNumbers::META . CheckoutNumbers::SIRET,
		CheckoutNumbers::META . CheckoutNumbers::VAT_NUMBER,
		CheckoutNumbers::META . CheckoutNumbers::ORDER_NUMBER,
	];

	public function __construct( private readonly OrderCaches $caches ) {}

	public function find( int $order_id ): ?CompanyRequest {
		$order = $this->order( $order_id );
		return $order === null ? null : self::of( $order );
	}

	/** As it stands in an order that was read. */
	public static function of( \WC_Order $order ): ?CompanyRequest {
		$stored = $order->get_meta( self::META );
		$kept   = is_string( $stored ) ? json_decode( $stored, true ) : null;
		// A copy of an order carries its meta and was asked for nothing.
		if (
			! is_array( $kept )
			|| ( $kept['order'] ?? 0 ) !== $order->get_id()
			|| ! is_int( $kept['number'] ?? null )
		) {
			return null;
		}
		return new CompanyRequest(
			data: new CompanyData(
				company: self::text( $kept, 'company' ),
				siret: self::text( $kept, 'siret' ),
				vat_number: self::text( $kept, 'vat_number' ),
				order_number: self::text( $kept, 'order_number' )
			),
			number: $kept['number'],
			refusal: self::text( $kept, 'refusal' ),
			invoice: is_int( $kept['invoice'] ?? null ) ? $kept['invoice'] : null
		);
	}

	public function save( int $order_id, CompanyRequest $request, int $instead_of ): bool {
		$order = $this->order( $order_id );
		if ( $order === null || ( self::of( $order )->number ?? 0 ) !== $instead_of ) {
			return false;
		}
		$kept = [
			'order'   => $order_id,
			'number'  => $request->number,
			'refusal' => $request->refusal,
			'invoice' => $request->invoice,
		];
		$order->update_meta_data(
			self::META,
			(string) wp_json_encode( $kept + get_object_vars( $request->data ), JSON_UNESCAPED_UNICODE )
		);
		$order->save_meta_data();
		return true;
	}

	/** A note to the customer: WooCommerce's own e-mail, with the link to the order. */
	public function tell_refusal( int $order_id, CompanyRequest $refused ): void {
		$note = fn (): string => BuyerText::of(
			$refused,
			CompanyRequestState::Refused
		);
		$this->order( $order_id )?->add_order_note( esc_html( ShopLanguage::text( $note ) ), 1 );
	}

	public function enter( int $order_id, CompanyData $data ): void {
		$order = $this->order( $order_id );
		if ( $order === null || self::says( $order, $data ) ) {
			return;
		}
		$order->set_billing_company( $data->company );
		foreach ( self::numbers( $data ) as $key => $number ) {
			$number === '' ? $order->delete_meta_data( $key ) : $order->update_meta_data( $key, $number );
		}
		foreach ( self::OF_CHECKOUT as $key ) {
			$order->delete_meta_data( $key );
		}
		$order->save();
		// WooCommerce logs what keeps an order from being saved, and goes on. A final invoice is credited after this.
		$now = $this->order( $order_id );
		if ( $now === null || ! self::says( $now, $data ) ) {
			throw new \RuntimeException( 'The order was not saved.' );
		}
		$note = static fn (): string => __(
			'The billing data were changed to the company that the customer asked for. You accepted this.',
			'orderinvoicer'
		);
		$now->add_order_note( esc_html( ShopLanguage::text( $note ) ) );
	}

	private static function says( \WC_Order $order, CompanyData $data ): bool {
		foreach ( self::numbers( $data ) as $key => $number ) {
			if ( $order->get_meta( $key ) !== $number ) {
				return false;
			}
		}
		$rest = array_filter( self::OF_CHECKOUT, static fn ( string $key ): bool => $order->meta_exists( $key ) );
		return $rest === [] && $order->get_billing_company( 'edit' ) === $data->company;
	}

	/** @return array<string, string> by meta key. */
	private static function numbers( CompanyData $data ): array {
		return [
			BuyerNumbers::OWN_SIRET        => $data->siret,
			BuyerNumbers::OWN_VAT_NUMBER   => $data->vat_number,
			BuyerNumbers::OWN_ORDER_NUMBER => $data->order_number,
		];
	}

	/** @param array<mixed> $kept */
	private static function text( array $kept, string $name ): string {
		return is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : '';
	}

	/** As it is in the database now, not as an earlier part of this process read it. */
	private function order( int $order_id ): ?\WC_Order {
		$this->caches->forget( [ $order_id ] );
		$order = CheckedRead::read( static fn (): mixed => wc_get_order( $order_id ) );
		return $order instanceof \WC_Order && $order->get_type() === 'shop_order' ? $order : null;
	}
}
