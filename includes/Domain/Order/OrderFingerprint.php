<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/**
 * A short mark of all that an order's documents say. It shows later whether the order has changed since. Only what the
 * order itself holds: a product that is renamed, a customer's new profile or the shop's move change no order. The
 * e-mail address stands apart: no document is wrong because of it. An order whose buyer was erased fits whatever it was
 * before: its documents stay as they were made.
 */
final class OrderFingerprint {

	private const BILLED      = [
		'currency',
		'prices_include_tax',
		'total',
		'taxes',
		'coupons',
		'billing',
		'shipping',
		'vat_exempt',
	];
	private const LINE_BILLED = [ 'id', 'kind', 'name', 'quantity', 'total', 'subtotal', 'taxes' ];
	private const NUMBERS     = [ 'siren', 'siret', 'vat_number' ];

	/**
	 * All parts and the dots between them: as long as the ledger's column, of which marks without the day of shipping
	 * gave more to the first.
	 */
	private const BILLED_LENGTH = 31;
	private const BILLED_BEFORE = 40;
	private const SHORT_LENGTH  = 11;

	private const ERASED = 'erased';

	/**
	 * @param string $numbers '' like $email in marks that were written before it counted: it fits any.
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
		$snapshot        = SnapshotArray::to_array( $order );
		$billed          = array_intersect_key( $snapshot, array_flip( self::BILLED ) );
		$billed['lines'] = array_map(
			static fn ( array $line ): array => array_intersect_key( $line, array_flip( self::LINE_BILLED ) ),
			$snapshot['lines']
		);
		$numbers         = array_intersect_key( $snapshot['buyer'], array_flip( self::NUMBERS ) );
		// Absent from a mark where the buyer gave none: it is then as it was before anybody was asked for one.
		$numbers += array_intersect_key( $snapshot, [ 'buyer_order_number' => '' ] );
		return new self(
			billed: substr( self::hash( $billed ), 0, self::BILLED_BEFORE ),
			numbers: substr( self::hash( $numbers ), 0, self::SHORT_LENGTH ),
			email: self::email( $order->buyer->email ),
			shipped: str_replace( '-', '', $order->delivery->shipped_on() )
		);
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
