<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\StockReading;
use OrderInvoicer\Features\Stock\Rules\StockRow;
use OrderInvoicer\Features\Stock\Rules\StockRows;
use OrderInvoicer\Features\Stock\Rules\StockState;
use OrderInvoicer\Tests\Unit\World\Fate;
use OrderInvoicer\Tests\Unit\World\World;

final class FakeStockRows implements StockRows {

	/** @var array<int, StockRow> by product. */
	public array $standing = [];

	/** @var list<StockRow> oldest first. */
	public array $past = [];

	/** @var array<int, \DateTimeImmutable> by product. */
	public array $marks = [];

	private int $last = 0;

	private readonly Fate $fate;

	public function __construct( World $world ) {
		$this->fate = $world->fate;
	}

	public function standing( int $product_id ): ?StockRow {
		return $this->standing[ $product_id ] ?? null;
	}

	public function keep( StockReading $read, StockState $state, \DateTimeImmutable $asked_at ): void {
		$this->fate->call(
			function () use ( $read, $state, $asked_at ): void {
				$was = $this->standing( $read->product_id );
				if ( $was?->state !== StockState::Sent ) {
					$this->put( $this->of( $read, $state, $asked_at, $was->id ?? ++$this->last ) );
					if ( ( $this->marks[ $read->product_id ] ?? $asked_at ) < $asked_at ) {
						unset( $this->marks[ $read->product_id ] );
					}
				}
			}
		);
	}

	public function begin( StockRow $listed, StockReading $read, string $side, \DateTimeImmutable $now ): ?StockRow {
		return $this->fate->call(
			function () use ( $listed, $read, $side, $now ): ?StockRow {
				$was = $this->standing( $read->product_id );
				$is_same = $was?->seen_at?->getTimestamp() === $listed->seen_at?->getTimestamp();
				if ( $was?->state !== StockState::Differs || ! $is_same ) {
					return null;
				}
				return $this->put(
					$this->changed(
						$this->of( $read, StockState::Sent, $was->seen_at ?? $now, $was->id ),
						[
							'side'    => $side,
							'sent_at' => $now,
						]
					)
				);
			}
		);
	}

	public function answered( StockRow $begun ): void {
		$this->fate->call( fn () => $this->while_begun( $begun, [ 'is_answered' => true ] ) );
	}

	public function read_in_vain( StockRow $begun, \DateTimeImmutable $now ): void {
		$this->fate->call( fn () => $this->while_begun( $begun, [ 'read_at' => $begun->read_at ?? $now ] ) );
	}

	public function end( StockRow $begun, StockState $state, \DateTimeImmutable $now ): void {
		$this->fate->call(
			function () use ( $begun, $state, $now ): void {
				$was = $this->standing( $begun->product_id );
				if ( $was?->state !== StockState::Sent || $was->id !== $begun->id ) {
					return;
				}
				$this->past[] = $this->changed(
					$was,
					[
						'state'   => $state,
						'seen_at' => $now,
					]
				);
				unset( $this->standing[ $begun->product_id ] );
				if ( in_array( $state, [ StockState::Refused, StockState::Ignored ], true ) ) {
					$this->put(
						$this->changed(
							$was,
							[
								'id'    => ++$this->last,
								'state' => StockState::Blocked,
								'side'  => '',
							]
						)
					);
				}
			}
		);
	}

	public function mark( int $product_id, \DateTimeImmutable $now ): void {
		$this->marks[ $product_id ] = $now;
	}

	public function marked( \DateTimeImmutable $by, int $limit ): array {
		$marks = array_filter( $this->marks, static fn ( \DateTimeImmutable $at ): bool => $at <= $by );
		asort( $marks );
		return array_slice( array_keys( $marks ), 0, $limit );
	}

	public function put_off( int $product_id, StockState $taken, \DateTimeImmutable $until ): void {
		$was = $this->standing( $product_id );
		if ( $was === null || $was->state !== $taken ) {
			return;
		}
		$this->put(
			$this->changed(
				$was,
				match ( $taken ) {
					StockState::Sent    => [ 'sent_at' => $until ],
					StockState::Differs => [ 'seen_at' => $until ],
					default             => [],
				}
			)
		);
		if ( isset( $this->marks[ $product_id ] ) ) {
			$this->marks[ $product_id ] = $until;
		}
	}

	public function begun_before( \DateTimeImmutable $before, int $limit ): array {
		return $this->in( StockState::Sent, static fn ( StockRow $row ): bool => $row->sent_at <= $before, $limit );
	}

	public function listed_before( \DateTimeImmutable $before, int $limit ): array {
		return $this->in( StockState::Differs, static fn ( StockRow $row ): bool => $row->seen_at <= $before, $limit );
	}

	public function is_shared( int $product_id, ItemRef $item ): bool {
		return array_filter(
			$this->standing,
			static fn ( StockRow $row ): bool => $row->product_id !== $product_id
				&& self::is_on( $row, $item )
		) !== [];
	}

	public function make_unclear( ItemRef $item ): void {
		foreach ( $this->standing as $row ) {
			if ( $row->state !== StockState::Sent && self::is_on( $row, $item ) ) {
				$this->put( $this->changed( $row, [ 'state' => StockState::Unclear ] ) );
			}
		}
	}

	private static function is_on( StockRow $row, ItemRef $item ): bool {
		return [ $row->item->id, $row->item->declination_id ] === [ $item->id, $item->declination_id ];
	}

	public function forget( int $product_id ): void {
		unset( $this->marks[ $product_id ] );
		if ( $this->standing( $product_id )?->state !== StockState::Sent ) {
			unset( $this->standing[ $product_id ] );
		}
	}

	public function forget_unseen( \DateTimeImmutable $since ): void {
		$this->standing = array_filter(
			$this->standing,
			static fn ( StockRow $row ): bool => $row->state === StockState::Sent || $row->seen_at >= $since
		);
	}

	public function unblock(): void {
		foreach ( $this->standing as $row ) {
			if ( $row->state === StockState::Blocked ) {
				$this->put( $this->changed( $row, [ 'state' => StockState::Marked ] ) );
			}
		}
	}

	public function clear(): void {
		foreach ( $this->standing as $row ) {
			if ( $row->state === StockState::Sent ) {
				$this->past[] = $this->changed( $row, [ 'state' => StockState::Lost ] );
			}
		}
		$this->standing = [];
		$this->marks    = [];
	}

	public function counts(): array {
		return array_count_values(
			array_map( static fn ( StockRow $row ): string => $row->state->value, $this->standing )
		);
	}

	public function page( int $limit ): array {
		return array_slice( array_values( $this->standing ), 0, $limit );
	}

	public function past( int $limit ): array {
		return array_slice( array_reverse( $this->past ), 0, $limit );
	}

	public function count_past(): int {
		return count( $this->past );
	}

	public function prune( \DateTimeImmutable $before ): void {
		$this->past = array_values(
			array_filter( $this->past, static fn ( StockRow $row ): bool => $row->seen_at >= $before )
		);
	}

	/**
	 * @param \Closure( StockRow ): bool $is_in
	 * @return list<StockRow>
	 */
	private function in( StockState $state, \Closure $is_in, int $limit ): array {
		return array_slice(
			array_values(
				array_filter(
					$this->standing,
					static fn ( StockRow $row ): bool => $row->state === $state && $is_in( $row )
				)
			),
			0,
			$limit
		);
	}

	/** @param array<string, mixed> $changed */
	private function while_begun( StockRow $begun, array $changed ): void {
		$was = $this->standing( $begun->product_id );
		if ( $was?->state === StockState::Sent && $was->id === $begun->id ) {
			$this->put( $this->changed( $was, $changed ) );
		}
	}

	private function put( StockRow $row ): StockRow {
		$this->standing[ $row->product_id ] = $row;
		return $row;
	}

	/** @param array<string, mixed> $changed by field. */
	private function changed( StockRow $row, array $changed ): StockRow {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new StockRow( ...[ ...get_object_vars( $row ), ...$changed ] );
	}

	private function of( StockReading $read, StockState $state, \DateTimeImmutable $seen_at, int $id ): StockRow {
		return new StockRow(
			id: $id,
			product_id: $read->product_id,
			item: $read->item,
			warehouse_id: $read->warehouse_id,
			state: $state,
			shop: $read->shop->quantity,
			on_the_way: $read->shop->on_the_way->quantity,
			sellsy: $read->sellsy->quantity,
			side: '',
			is_answered: false,
			seen_at: $seen_at,
			sent_at: null,
			read_at: null
		);
	}

	/** For tests of the pure rules. */
	public static function begun(
		string $side,
		string $shop,
		string $sellsy,
		bool $is_answered,
		?\DateTimeImmutable $read_at = null,
	): StockRow {
		return new StockRow(
			id: 1,
			product_id: 1,
			item: new ItemRef( 3001, 'product' ),
			warehouse_id: 1,
			state: StockState::Sent,
			shop: Decimal::from_string( $shop ),
			on_the_way: Decimal::zero(),
			sellsy: Decimal::from_string( $sellsy ),
			side: $side,
			is_answered: $is_answered,
			seen_at: new \DateTimeImmutable( '@0' ),
			sent_at: new \DateTimeImmutable( '@0' ),
			read_at: $read_at
		);
	}
}
