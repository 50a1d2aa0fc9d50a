<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * A short mark of all that an order's documents say. It shows later whether the order has changed since. Only what the
 * order itself holds: a product that is renamed, a customer's new profile or the shop's move change no order. The
 * e-mail address stands apart: no document is wrong because of it. An order whose buyer was erased fits whatever it was
 * before: its documents stay as they were made.
 */
final class OrderFingerprint {

	/**
	 * All parts and the dots between them: as long as the ledger's column, of which marks without the day of shipping
	 * gave more to the first.
	 */
	private const BILLED_LENGTH = 31;
	private const BILLED_BEFORE = 40;
	private const SHORT_LENGTH  = 11;

	private const ERASED = 'erased';

	/**
	 * @param string $numbers '' like $email where the buyer's data was erased: it fits any.
	 * @param string $shipped when the goods left, `Ymd`; '' where nobody knows.
	 */
	private function __construct(
		private readonly string $billed,
		private readonly string $numbers,
		private readonly string $email,
		private readonly string $shipped,
	) {}

	public static function from_order( OrderSnapshot $order ): self {
		if ( $order->buyer->is_erased ) {
			return new self( billed: self::ERASED, numbers: '', email: '', shipped: '' );
		}
		$numbers = [
			'siren'      => $order->buyer->siren,
			'siret'      => $order->buyer->siret,
			'vat_number' => $order->buyer->vat_number,
		];
		// Absent from a mark where the buyer gave none: it is then as it was before anybody was asked for one.
		$numbers += $order->buyer_order_number === '' ? [] : [ 'buyer_order_number' => $order->buyer_order_number ];
		return new self(
			billed: substr( self::hash( self::charged( $order ) ), 0, self::BILLED_BEFORE ),
			numbers: substr( self::hash( $numbers ), 0, self::SHORT_LENGTH ),
			email: self::email( $order->buyer->email ),
			shipped: str_replace( '-', '', $order->delivery->shipped_on() )
		);
	}

	/** @return array<string, mixed> as it is hashed, in this sequence. */
	private static function charged( OrderSnapshot $order ): array {
		return [
			'currency'           => $order->currency->code,
			'prices_include_tax' => $order->prices_include_tax,
			'total'              => ( $order->written_total ?? $order->total )->to_string(),
			'taxes'              => array_map( self::tax( ... ), $order->taxes ),
			'coupons'            => array_map( self::coupon( ... ), $order->coupons ),
			'billing'            => $order->billing,
			'shipping'           => $order->shipping,
			'vat_exempt'         => $order->vat_exempt,
			'lines'              => array_map( self::line( ... ), $order->lines ),
		];
	}

	/** @return array<string, int|string|bool> */
	private static function tax( OrderTax $tax ): array {
		return [
			'rate_id'        => $tax->rate_id,
			'label'          => $tax->label,
			'percent'        => $tax->percent->to_string(),
			'compound'       => $tax->compound,
			'total'          => $tax->total->to_string(),
			'shipping_total' => $tax->shipping_total->to_string(),
		];
	}

	/** @return array<string, string> */
	private static function coupon( OrderCoupon $coupon ): array {
		return [
			'code'         => $coupon->code,
			'discount'     => $coupon->discount->to_string(),
			'discount_tax' => $coupon->discount_tax->to_string(),
		];
	}

	/** @return array<string, int|string|array<int, string>> */
	private static function line( OrderLine $line ): array {
		return [
			'id'       => $line->id,
			'kind'     => $line->kind->value,
			'name'     => $line->name,
			'quantity' => $line->quantity->to_string(),
			'total'    => $line->total->to_string(),
			'subtotal' => $line->subtotal->to_string(),
			'taxes'    => array_map( static fn ( Decimal $tax ): string => $tax->to_string(), $line->taxes ),
		];
	}

	/** @param string $text of text(); '' is no order's. */
	public static function read( string $text ): self {
		[ $billed, $numbers, $email, $shipped ] = explode( '.', "$text...." );
		return new self( billed: $billed, numbers: $numbers, email: $email, shipped: $shipped );
	}

	public function text(): string {
		return "{$this->billed()}.$this->numbers.$this->email.$this->shipped";
	}

	/**
	 * Short enough to be shown to people: it only tells one order from another. What was stored of it stays true, so it
	 * is made as ever.
	 */
	public function fingerprint(): string {
		return substr( self::hash( "$this->billed.$this->numbers.$this->email" ), 0, self::SHORT_LENGTH );
	}

	public function is_like( self $other ): bool {
		return $this->says_the_same( $other ) && self::fit( $this->email, $other->email );
	}

	/** Whatever e-mail address the order has. */
	public function says_the_same( self $other ): bool {
		$is_erased = $this->is_erased( $other );
		return ( $is_erased || $this->billed() === $other->billed() ) && self::fit( $this->numbers, $other->numbers );
	}

	/** The day on which the goods left is no edit: only a draft that lacks it has to follow. */
	public function was_shipped_like( self $other ): bool {
		return $this->is_erased( $other ) || $this->shipped === $other->shipped;
	}

	private function is_erased( self $other ): bool {
		return in_array( self::ERASED, [ $this->billed, $other->billed ], true );
	}

	private function billed(): string {
		return substr( $this->billed, 0, self::BILLED_LENGTH );
	}

	/** The order had this address. */
	public function had( string $email ): bool {
		return $email !== '' && self::email( $email ) === $this->email;
	}

	private static function fit( string $one, string $other ): bool {
		return $one === '' || $other === '' || $one === $other;
	}

	private static function email( string $email ): string {
		return substr( self::hash( mb_strtolower( trim( $email ) ) ), 0, self::SHORT_LENGTH );
	}

	private static function hash( mixed $value ): string {
		return hash( 'sha256', (string) json_encode( $value, JSON_INVALID_UTF8_SUBSTITUTE ) );
	}
}
