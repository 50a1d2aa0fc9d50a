<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Customers\CustomerMemory;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\System\Clock;

/**
 * The customers among the links: `<who>:<type>:<number>:<spelling>`. Numbers have links of their own:
 * `<number>:<customer>`.
 */
final class WpdbCustomerMemory implements CustomerMemory {

	/** Links of this kind remember a customer by a legal number. */
	public const NUMBER = 'customer_number';

	private const COLUMNS = 'local_key, remote_type, remote_id, origin, order_id, facts';

	public function __construct(
		private readonly Sql $sql,
		private readonly Clock $clock,
	) {}

	public function of_shopper( string $account, string $who ): array {
		$rows = $this->sql->rows(
			'SELECT ' . self::COLUMNS . ' FROM %i WHERE account = %s AND kind = %s AND local_key LIKE %s ORDER BY id',
			[ $this->table(), $account, ResolveCustomer::KIND, $this->sql->like( "$who:" ) . '%' ]
		);
		return array_map( self::memory( ... ), $rows );
	}

	public function of_customer( string $account, CustomerRef $ref ): array {
		$rows = $this->sql->rows(
			'SELECT ' . self::COLUMNS
				. ' FROM %i WHERE account = %s AND kind = %s AND remote_type = %s AND remote_id = %d ORDER BY id',
			[ $this->table(), $account, ResolveCustomer::KIND, $ref->type->value, $ref->id ]
		);
		return array_map( self::memory( ... ), $rows );
	}

	public function of_number( string $account, string $number ): array {
		$rows = $this->sql->rows(
			'SELECT remote_type, remote_id FROM %i WHERE account = %s AND kind = %s AND local_key LIKE %s'
				. ' AND remote_id > 0 ORDER BY id',
			[ $this->table(), $account, self::NUMBER, $this->sql->like( "$number:" ) . '%' ]
		);
		return array_values( array_filter( array_map( self::ref( ... ), $rows ) ) );
	}

	public function remember( string $account, RememberedCustomer $memory ): void {
		$this->sql->change(
			'INSERT INTO %i ( account, kind, local_key, remote_type, remote_id, origin, order_id, facts, updated_at )
				VALUES ( %s, %s, %s, %s, %d, %s, %d, %s, %s )
			ON DUPLICATE KEY UPDATE remote_type = VALUES( remote_type ), remote_id = VALUES( remote_id ),
				origin = VALUES( origin ), order_id = VALUES( order_id ), facts = VALUES( facts ),
				updated_at = VALUES( updated_at )',
			[
				$this->table(),
				$account,
				ResolveCustomer::KIND,
				self::key( $memory ),
				$memory->ref->type->value ?? '',
				$memory->ref->id ?? 0,
				$memory->origin,
				$memory->order_id,
				self::facts( $memory ),
				$this->now(),
			]
		);
	}

	public function remember_number( string $account, string $number, CustomerRef $ref ): void {
		$this->sql->change(
			'INSERT IGNORE INTO %i ( account, kind, local_key, remote_type, remote_id, updated_at )'
				. ' VALUES ( %s, %s, %s, %s, %d, %s )',
			[
				$this->table(),
				$account,
				self::NUMBER,
				"$number:{$ref->type->value}$ref->id",
				$ref->type->value,
				$ref->id,
				$this->now(),
			]
		);
	}

	public function forget( string $account, CustomerRef $ref ): void {
		$this->sql->change(
			"UPDATE %i SET remote_type = '', remote_id = 0, updated_at = %s WHERE account = %s AND kind = %s"
				. ' AND remote_type = %s AND remote_id = %d',
			[
				$this->table(),
				$this->now(),
				$account,
				ResolveCustomer::KIND,
				$ref->type->value,
				$ref->id,
			]
		);
		$this->forget_numbers( $account, $ref );
	}

	/**
	 * What stays of a link that the owner has forgotten: that its reference was given.
	 *
	 * @param string $facts of its row.
	 */
	public static function turn_alone( string $facts ): string {
		$kept = json_decode( $facts, true );
		$turn = is_array( $kept ) ? $kept['turn'] ?? 0 : 0;
		return (string) wp_json_encode( is_int( $turn ) && $turn > 0 ? [ 'turn' => $turn ] : [] );
	}

	/** @return string such as `C5:company:732829320:0123456789abcdef0123456789abcdef`. */
	private static function key( RememberedCustomer $memory ): string {
		return "$memory->who:{$memory->type->value}:$memory->number:$memory->spelling";
	}

	private static function facts( RememberedCustomer $memory ): string {
		$facts = [
			'name'       => $memory->name,
			'form'       => $memory->form,
			'first_name' => $memory->first_name,
			'postcodes'  => $memory->postcodes,
			'turn'       => $memory->turn,
		];
		return (string) wp_json_encode(
			array_filter( $facts, static fn ( mixed $fact ): bool => ! in_array( $fact, [ '', [], 0 ], true ) )
		);
	}

	/** @param array<string, string> $row */
	private static function memory( array $row ): RememberedCustomer {
		[ $who, $type, $number, $spelling ] = array_pad( explode( ':', $row['local_key'] ?? '', 4 ), 4, '' );
		$facts                              = json_decode( $row['facts'] ?? '', true );
		$facts                              = is_array( $facts ) ? $facts : [];
		$text                               = static fn ( string $name ): string =>
			is_string( $facts[ $name ] ?? null ) ? $facts[ $name ] : '';
		return new RememberedCustomer(
			who: $who,
			type: CustomerType::tryFrom( $type ) ?? CustomerType::Individual,
			spelling: $spelling,
			number: $number,
			ref: self::ref( $row ),
			origin: $row['origin'] ?? '',
			order_id: (int) ( $row['order_id'] ?? 0 ),
			name: $text( 'name' ),
			form: $text( 'form' ),
			first_name: $text( 'first_name' ),
			postcodes: array_values( array_filter( (array) ( $facts['postcodes'] ?? [] ), 'is_string' ) ),
			turn: is_int( $facts['turn'] ?? null ) ? $facts['turn'] : 0
		);
	}

	/** @param array<string, string> $row */
	private static function ref( array $row ): ?CustomerRef {
		$type = CustomerType::tryFrom( $row['remote_type'] ?? '' );
		$id   = (int) ( $row['remote_id'] ?? 0 );
		return $type === null || $id === 0 ? null : new CustomerRef( $type, $id );
	}

	private function forget_numbers( string $account, CustomerRef $ref ): void {
		$this->sql->change(
			'DELETE FROM %i WHERE account = %s AND kind = %s AND remote_type = %s AND remote_id = %d',
			[ $this->table(), $account, self::NUMBER, $ref->type->value, $ref->id ]
		);
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_links' );
	}

	private function now(): string {
		return UtcTime::to_column( $this->clock->now() );
	}
}
