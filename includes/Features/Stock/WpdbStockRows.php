<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\StockReading;
use OrderInvoicer\Features\Stock\Rules\StockRow;
use OrderInvoicer\Features\Stock\Rules\StockRows;
use OrderInvoicer\Features\Stock\Rules\StockState;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;

/** `orderinvoicer_stock`: how each product stands (`past` 0), and the changes that were (`past` is their own id). */
final class WpdbStockRows implements StockRows {

	private const TABLE = 'orderinvoicer_stock';

	/** What a person should see first. */
	private const ORDER = "CASE state WHEN 'blocked' THEN 0 WHEN 'sent' THEN 1 WHEN 'differs' THEN 2"
		. " WHEN 'unclear' THEN 3 WHEN 'uncountable' THEN 4 WHEN 'waits' THEN 5 WHEN 'marked' THEN 6"
		. " WHEN 'not_kept' THEN 7 ELSE 8 END";

	public function __construct( private readonly Sql $sql ) {}

	public function standing( int $product_id ): ?StockRow {
		$rows = $this->sql->rows_now(
			'SELECT * FROM %i WHERE product_id = %d AND past = 0',
			[ $this->table(), $product_id ]
		);
		return $rows === [] ? null : self::row( $rows[0] );
	}

	public function keep( StockReading $read, StockState $state, \DateTimeImmutable $asked_at ): void {
		$at      = UtcTime::to_column( $asked_at );
		$values  = [ ...self::values( $read ), $state->value, $at ];
		$changed = $this->sql->change(
			'UPDATE %i SET marked_at = CASE WHEN marked_at < %s THEN NULL ELSE marked_at END, item_id = %d,'
				. ' declination_id = %d, warehouse_id = %d, shop = %s, on_the_way = %s, sellsy = %s, state = %s,'
				. " seen_at = %s WHERE product_id = %d AND past = 0 AND state <> 'sent'",
			[ $this->table(), $at, ...$values, $read->product_id ]
		);
		if ( $changed === 0 ) {
			$this->sql->change(
				'INSERT IGNORE INTO %i ( item_id, declination_id, warehouse_id, shop, on_the_way, sellsy, state,'
					. ' seen_at, product_id ) VALUES ( %d, %d, %d, %s, %s, %s, %s, %s, %d )',
				[ $this->table(), ...$values, $read->product_id ]
			);
		}
	}

	public function begin(
		StockRow $listed,
		StockReading $read,
		string $side,
		\DateTimeImmutable $now,
	): ?StockRow {
		$won = $this->sql->change(
			"UPDATE %i SET item_id = %d, declination_id = %d, warehouse_id = %d, shop = %s, on_the_way = %s,
				sellsy = %s, state = 'sent', side = %s, answered = 0, sent_at = %s, read_at = NULL
			WHERE id = %d AND past = 0 AND state = 'differs' AND seen_at = %s",
			[
				$this->table(),
				...self::values( $read ),
				$side,
				UtcTime::to_column( $now ),
				$listed->id,
				$listed->seen_at === null ? '' : UtcTime::to_column( $listed->seen_at ),
			]
		);
		return $won === 1 ? $this->standing( $read->product_id ) : null;
	}

	public function answered( StockRow $begun ): void {
		$this->sql->change(
			"UPDATE %i SET answered = 1 WHERE id = %d AND past = 0 AND state = 'sent'",
			[ $this->table(), $begun->id ]
		);
	}

	public function read_in_vain( StockRow $begun, \DateTimeImmutable $now ): void {
		$this->sql->change(
			"UPDATE %i SET read_at = COALESCE( read_at, %s ) WHERE id = %d AND past = 0 AND state = 'sent'",
			[ $this->table(), UtcTime::to_column( $now ), $begun->id ]
		);
	}

	public function end( StockRow $begun, StockState $state, \DateTimeImmutable $now ): void {
		$ended = $this->sql->change(
			"UPDATE %i SET past = id, state = %s, seen_at = %s WHERE id = %d AND past = 0 AND state = 'sent'",
			[ $this->table(), $state->value, UtcTime::to_column( $now ), $begun->id ]
		);
		if ( $ended === 0 ) {
			return; // Somebody else has settled it.
		}
		$is_left_alone = in_array( $state, [ StockState::Refused, StockState::Ignored ], true );
		$this->sql->change(
			'INSERT IGNORE INTO %i ( product_id, item_id, declination_id, warehouse_id, shop, on_the_way, sellsy,'
				. ' state, seen_at, marked_at ) SELECT product_id, item_id, declination_id, warehouse_id, shop,'
				. ' on_the_way, sellsy, %s, seen_at, marked_at FROM %i'
				. ' WHERE id = %d AND ( %d = 1 OR marked_at IS NOT NULL )',
			[
				$this->table(),
				$is_left_alone ? StockState::Blocked->value : StockState::Marked->value,
				$this->table(),
				$begun->id,
				$is_left_alone ? 1 : 0,
			]
		);
	}

	public function mark( int $product_id, \DateTimeImmutable $now ): void {
		$this->sql->change(
			"INSERT INTO %i ( product_id, state, marked_at ) VALUES ( %d, 'marked', %s )"
				. ' ON DUPLICATE KEY UPDATE marked_at = VALUES( marked_at )',
			[ $this->table(), $product_id, UtcTime::to_column( $now ) ]
		);
	}

	public function marked( \DateTimeImmutable $by, int $limit ): array {
		$rows = $this->sql->rows_now(
			"SELECT product_id FROM %i WHERE past = 0 AND marked_at <= %s AND state <> 'sent'"
				. ' ORDER BY marked_at, id LIMIT %d',
			[ $this->table(), UtcTime::to_column( $by ), $limit ]
		);
		return array_map( static fn ( array $row ): int => (int) ( $row['product_id'] ?? 0 ), $rows );
	}

	public function put_off( int $product_id, StockState $taken, \DateTimeImmutable $until ): void {
		$at = UtcTime::to_column( $until );
		$this->sql->change(
			"UPDATE %i SET sent_at = CASE state WHEN 'sent' THEN %s ELSE sent_at END,
				seen_at = CASE state WHEN 'differs' THEN %s ELSE seen_at END,
				marked_at = CASE WHEN marked_at IS NULL THEN NULL ELSE %s END
			WHERE product_id = %d AND past = 0 AND state = %s",
			[ $this->table(), $at, $at, $at, $product_id, $taken->value ]
		);
	}

	public function begun_before( \DateTimeImmutable $before, int $limit ): array {
		return self::all(
			$this->sql->rows_now(
				"SELECT * FROM %i WHERE past = 0 AND state = 'sent' AND sent_at <= %s ORDER BY sent_at, id LIMIT %d",
				[ $this->table(), UtcTime::to_column( $before ), $limit ]
			)
		);
	}

	public function listed_before( \DateTimeImmutable $before, int $limit ): array {
		return self::all(
			$this->sql->rows_now(
				"SELECT * FROM %i WHERE past = 0 AND state = 'differs' AND seen_at <= %s ORDER BY seen_at, id LIMIT %d",
				[ $this->table(), UtcTime::to_column( $before ), $limit ]
			)
		);
	}

	public function is_shared( int $product_id, ItemRef $item ): bool {
		return $this->sql->rows_now(
			'SELECT id FROM %i WHERE past = 0 AND item_id = %d AND declination_id = %d AND product_id <> %d LIMIT 1',
			[ $this->table(), $item->id, $item->declination_id ?? 0, $product_id ]
		) !== [];
	}

	public function make_unclear( ItemRef $item ): void {
		$this->sql->change(
			"UPDATE %i SET state = 'unclear', sellsy = ''
			WHERE past = 0 AND item_id = %d AND declination_id = %d AND state <> 'sent'",
			[ $this->table(), $item->id, $item->declination_id ?? 0 ]
		);
	}

	public function forget( int $product_id ): void {
		$this->sql->change(
			"DELETE FROM %i WHERE product_id = %d AND past = 0 AND state <> 'sent'",
			[ $this->table(), $product_id ]
		);
	}

	public function forget_unseen( \DateTimeImmutable $since ): void {
		$this->sql->change(
			"DELETE FROM %i WHERE past = 0 AND state <> 'sent' AND marked_at IS NULL AND seen_at < %s",
			[ $this->table(), UtcTime::to_column( $since ) ]
		);
	}

	public function unblock(): void {
		$this->sql->change(
			"UPDATE %i SET state = 'marked' WHERE past = 0 AND state = 'blocked'",
			[ $this->table() ]
		);
	}

	public function clear(): void {
		$this->sql->change(
			"UPDATE %i SET past = id, state = 'lost' WHERE past = 0 AND state = 'sent'",
			[ $this->table() ]
		);
		$this->sql->change( 'DELETE FROM %i WHERE past = 0', [ $this->table() ] );
	}

	public function counts(): array {
		$rows = $this->sql->rows_now(
			'SELECT state, COUNT(*) AS products FROM %i WHERE past = 0 GROUP BY state',
			[ $this->table() ]
		);
		$counts = [];
		foreach ( $rows as $row ) {
			$counts[ $row['state'] ?? '' ] = (int) ( $row['products'] ?? 0 );
		}
		return $counts;
	}

	public function page( int $limit ): array {
		$order = self::ORDER;
		return self::all(
			$this->sql->rows_now(
				"SELECT * FROM %i WHERE past = 0 ORDER BY $order, product_id LIMIT %d",
				[ $this->table(), $limit ]
			)
		);
	}

	public function past( int $limit ): array {
		return self::all(
			$this->sql->rows_now(
				'SELECT * FROM %i WHERE past <> 0 ORDER BY past DESC LIMIT %d',
				[ $this->table(), $limit ]
			)
		);
	}

	public function count_past(): int {
		return (int) $this->sql->value( 'SELECT COUNT(*) FROM %i WHERE past <> 0', [ $this->table() ] );
	}

	public function prune( \DateTimeImmutable $before ): void {
		$this->sql->change(
			'DELETE FROM %i WHERE past <> 0 AND seen_at < %s',
			[ $this->table(), UtcTime::to_column( $before ) ]
		);
	}

	/** @return list<string|int> */
	private static function values( StockReading $read ): array {
		return [
			$read->item->id,
			$read->item->declination_id ?? 0,
			$read->warehouse_id,
			$read->shop->quantity->to_string(),
			$read->shop->on_the_way->quantity->to_string(),
			$read->sellsy->quantity?->to_string() ?? '',
		];
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return list<StockRow>
	 */
	private static function all( array $rows ): array {
		return array_map( self::row( ... ), $rows );
	}

	/** @param array<string, string> $row */
	private static function row( array $row ): StockRow {
		$declination = (int) ( $row['declination_id'] ?? 0 );
		return new StockRow(
			id: (int) ( $row['id'] ?? 0 ),
			product_id: (int) ( $row['product_id'] ?? 0 ),
			item: new ItemRef( (int) ( $row['item_id'] ?? 0 ), 'product', $declination === 0 ? null : $declination ),
			warehouse_id: (int) ( $row['warehouse_id'] ?? 0 ),
			state: StockState::from( $row['state'] ?? '' ),
			shop: self::decimal( $row['shop'] ?? '' ),
			on_the_way: self::decimal( $row['on_the_way'] ?? '' ) ?? Decimal::zero(),
			sellsy: self::decimal( $row['sellsy'] ?? '' ),
			side: $row['side'] ?? '',
			is_answered: ( $row['answered'] ?? '' ) === '1',
			seen_at: self::moment( $row['seen_at'] ?? '' ),
			sent_at: self::moment( $row['sent_at'] ?? '' ),
			read_at: self::moment( $row['read_at'] ?? '' )
		);
	}

	private static function decimal( string $stored ): ?Decimal {
		return $stored === '' ? null : Decimal::from_string( $stored );
	}

	private static function moment( string $stored ): ?\DateTimeImmutable {
		return $stored === '' ? null : UtcTime::of_column( $stored );
	}

	private function table(): string {
		return $this->sql->table( self::TABLE );
	}
}
