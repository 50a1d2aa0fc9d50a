<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Sales;

use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Kinship;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Tests\Unit\World\World;

/** A shop whose orders are split: order 1 of 54.00 is child 2 of 30.00 and child 3 of 24.00. */
final class SaleWorld {

	public const PARENT = 1;
	public const A      = 2;
	public const B      = 3;

	public readonly World $world;
	private int $refunds = 100;

	/** @param array<mixed> $settings */
	public function __construct( array $settings = [], bool $finalise = true ) {
		$this->world = new World( finalise: $finalise, create_items: true );
		$this->world->change_settings(
			$settings + [
				'creditnote' => [ 'enabled' => true ],
				'split_sales' => 'parent',
			]
		);
	}

	/**
	 * @param array<string, string> $lines HT by name: 20 % each.
	 */
	public function order( int $id, array $lines, Kinship $kin = new Kinship() ): OrderSnapshot {
		$order = $this->world->order( $id );
		$made  = [];
		$total = Decimal::zero();
		$vat   = Decimal::zero();
		foreach ( $lines as $name => $ht ) {
			$price  = Decimal::from_string( $ht );
			$tax    = $price->times( Decimal::from_string( '0.2' ) );
			$total  = $total->plus( $price )->plus( $tax );
			$vat    = $vat->plus( $tax );
			$made[] = new OrderLine(
				id: $id * 10 + count( $made ),
				kind: str_starts_with( $name, 'Delivery' ) ? LineKind::Shipping : LineKind::Product,
				name: $name,
				quantity: Decimal::from_string( '1' ),
				total: $price,
				subtotal: $price,
				taxes: [ 1 => $tax ],
				taxable: true,
				skus: str_starts_with( $name, 'Delivery' ) ? [] : [ "SKU-$name" ],
				product_id: str_starts_with( $name, 'Delivery' ) ? 0 : crc32( $name ),
				is_virtual: false,
				details: ''
			);
		}
		$rate = $order->taxes[0];
		$this->change(
			$id,
			[
				'lines' => $made,
				'total' => $total,
				'kin'   => $kin,
				'taxes' => [
					new OrderTax(
						rate_id: 1,
						label: $rate->label,
						percent: $rate->percent,
						compound: false,
						total: $vat,
						shipping_total: Decimal::zero()
					),
				],
			]
		);
		return $this->world->shop->orders[ $id ];
	}

	/** The sale of the table: by Dokan's metas, or by its totals alone. */
	public function split( string $by = 'Dokan', string $delivery = '0' ): void {
		$lines = [
			'a' => '25',
			'b' => '20',
		] + ( $delivery === '0' ? [] : [ 'Delivery' => $delivery ] );
		$this->order( self::PARENT, $lines, new Kinship( split_by: $by ) );
		$this->order( self::A, [ 'a' => '25' ], new Kinship( parent_id: self::PARENT, part_by: $by ) );
		$this->order( self::B, [ 'b' => '20' ], new Kinship( parent_id: self::PARENT, part_by: $by ) );
	}

	/** @param array<string, mixed> $fields */
	public function change( int $id, array $fields ): void {
		$this->world->shop->orders[ $id ] = new OrderSnapshot(
			...[ ...get_object_vars( $this->world->shop->orders[ $id ] ), ...$fields ]
		);
	}

	/** All three are placed and worked. */
	public function placed(): void {
		foreach ( array_keys( $this->world->shop->orders ) as $id ) {
			$this->world->fire( $id );
		}
		$this->world->pass_time( 3 );
	}

	/**
	 * @param string $incl_tax of its first line, or of the order where there is no line.
	 */
	public function refund( int $order_id, string $incl_tax, ?string $line = null, bool $is_paid_back = false ): int {
		$id     = ++$this->refunds;
		$amount = Decimal::from_string( $incl_tax );
		$lines  = [];
		foreach ( $this->world->shop->orders[ $order_id ]->lines as $charged ) {
			if ( $charged->name === $line ) {
				$ht      = Decimal::from_string( (string) round( (float) $incl_tax / 1.2, 6 ) );
				$lines[] = new RefundLine( $charged->id, Decimal::zero(), $ht, [ 1 => $amount->minus( $ht ) ] );
			}
		}
		$this->world->shop->refunds[ $order_id ][] = new RefundSnapshot(
			id: $id,
			amount: $amount,
			lines: $lines,
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: $is_paid_back
		);
		return $id;
	}

	/** The hooks of what was done fire, and time passes. */
	public function told( int ...$order_ids ): void {
		foreach ( $order_ids as $id ) {
			$this->world->fire( $id, OrderEvent::REFUNDED );
		}
		$this->world->pass_time( 5 );
	}

	/** @return array<string, string> what stands at Sellsy: invoice and credit, TTC summed; and what asks. */
	public function outcome(): array {
		$sums = [];
		$asks = [];
		foreach ( $this->rows() as $row ) {
			$kind = $row->key->effect->creates()?->value;
			if ( $kind !== null && $row->remote_id > 0 ) {
				$document      = $this->world->sellsy->documents[ $row->remote_id ];
				$sums[ $kind ] = ( $sums[ $kind ] ?? Decimal::zero() )->plus( $document->amounts->incl_tax );
			}
			if ( $row->state->value === 'attention' ) {
				$asks[ $row->problem?->code->value ?? '' ] = true;
			}
		}
		return array_map( static fn ( Decimal $sum ): string => $sum->to_scale( 2 ), $sums )
			+ ( $asks === [] ? [] : [ 'asks' => implode( ' ', array_keys( $asks ) ) ] );
	}

	/** @return list<Task> */
	public function rows(): array {
		return array_merge( ...array_values( $this->world->ledger->for_orders( [ self::PARENT, self::A, self::B ] ) ) );
	}

	public function invoice_row( int $order_id ): Task {
		return $this->world->ledger->find_by_key( new TaskKey( $order_id, Effect::CreateInvoice ) )
			?? throw new \LogicException( "No row of order $order_id." );
	}
}
