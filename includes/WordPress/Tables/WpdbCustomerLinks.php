<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Customers\CustomerLink;
use OrderInvoicer\Domain\Customers\CustomerSearch;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\Failures\Place;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\System\Clock;

/** The customers among the links. */
final class WpdbCustomerLinks {

	public function __construct(
		private readonly Sql $sql,
		private readonly Clock $clock,
	) {}

	/** @return list<CustomerLink> the latest first. */
	public function page( string $account, ?CustomerSearch $search, int $limit, int $offset ): array {
		[ $where, $arguments ] = $this->where( $account, $search );
		$rows                  = $this->sql->rows(
			"SELECT id, local_key, remote_type, remote_id, origin, order_id, updated_at FROM %i WHERE $where"
				. ' ORDER BY updated_at DESC, id DESC LIMIT %d OFFSET %d',
			[ $this->table(), ...$arguments, $limit, $offset ]
		);
		return array_map( $this->link( ... ), $rows );
	}

	public function count( string $account, ?CustomerSearch $search ): int {
		[ $where, $arguments ] = $this->where( $account, $search );
		return (int) $this->sql->value( "SELECT COUNT(*) FROM %i WHERE $where", [ $this->table(), ...$arguments ] );
	}

	/** @return array<string, int> orders that wait for a person to choose their customer, by ProblemCode value. */
	public function waiting(): array {
		$codes   = array_column(
			ProblemTraits::codes( static fn ( ProblemTraits $traits ): bool => $traits->place === Place::Customer ),
			'value'
		);
		$waiting = array_fill_keys( $codes, 0 );
		foreach ( $this->sql->rows(
			'SELECT error_code, COUNT( DISTINCT order_id ) AS orders FROM %i WHERE state = %s'
				. ' AND error_code IN ( %s ) GROUP BY error_code',
			[ $this->sql->table( 'orderinvoicer_sync' ), TaskState::Attention->value, $codes ]
		) as $row ) {
			$waiting[ $row['error_code'] ?? '' ] = (int) ( $row['orders'] ?? 0 );
		}
		return $waiting;
	}

	/** The next order of this shopper is matched afresh; false when there is no such link. */
	public function forget( string $account, int $id ): bool {
		$row = $this->sql->one_or_none(
			'SELECT local_key, remote_type, remote_id FROM %i WHERE id = %d AND account = %s'
				. ' AND kind = %s AND remote_id > 0',
			[ $this->table(), $id, $account, ResolveCustomer::KIND ]
		);
		if ( $row === null ) {
			return false;
		}
		$customer = [ $row['remote_type'] ?? '', (int) ( $row['remote_id'] ?? 0 ) ];
		$who      = explode( ':', $row['local_key'] ?? '' )[0];
		// However else the shopper's orders named this customer.
		$links = $this->sql->rows(
			'SELECT id, facts FROM %i WHERE account = %s AND kind = %s AND local_key LIKE %s'
				. ' AND remote_type = %s AND remote_id = %d',
			[ $this->table(), $account, ResolveCustomer::KIND, $this->sql->like( "$who:" ) . '%', ...$customer ]
		);
		foreach ( $links as $link ) {
			$this->sql->change(
				"UPDATE %i SET remote_type = '', remote_id = 0, origin = '', order_id = 0, facts = %s,"
					. ' updated_at = %s WHERE id = %d',
				[
					$this->table(),
					WpdbCustomerMemory::turn_alone( $link['facts'] ?? '' ),
					UtcTime::to_column( $this->clock->now() ),
					(int) ( $link['id'] ?? 0 ),
				]
			);
		}
		$this->sql->change(
			'DELETE FROM %i WHERE account = %s AND kind = %s AND remote_type = %s AND remote_id = %d',
			[ $this->table(), $account, WpdbCustomerMemory::NUMBER, ...$customer ]
		);
		return true;
	}

	/** @return array{literal-string, list<string|int|array<string|int>>} */
	private function where( string $account, ?CustomerSearch $search ): array {
		$sql       = 'account = %s AND kind = %s AND remote_id > 0';
		$arguments = [ $account, ResolveCustomer::KIND ];
		if ( $search === null ) {
			return [ $sql, $arguments ];
		}
		$fits = 'remote_id = %d OR order_id IN ( %d )';
		array_push( $arguments, $search->remote_id, $search->order_ids );
		foreach ( $this->beginnings( $search ) as $beginning ) {
			$fits       .= ' OR local_key LIKE %s';
			$arguments[] = $this->sql->like( $beginning ) . '%';
		}
		return [ "$sql AND ( $fits )", $arguments ];
	}

	/** @return list<string> of the links' keys. */
	private function beginnings( CustomerSearch $search ): array {
		return [
			...array_map( static fn( int $id ): string => "C$id:", $search->user_ids ),
			...array_map( static fn( int $id ): string => "O$id:", $search->order_ids ),
			...( $search->guest === '' ? [] : [ "$search->guest:" ] ),
		];
	}

	/** @param array<string, string> $row */
	private function link( array $row ): CustomerLink {
		$parts = CustomerLink::parts( $row['local_key'] ?? '' );
		return new CustomerLink(
			id: (int) ( $row['id'] ?? 0 ),
			user_id: $parts['user_id'],
			number: $parts['number'],
			ref: new CustomerRef(
				CustomerType::tryFrom( $row['remote_type'] ?? '' ) ?? CustomerType::Individual,
				(int) ( $row['remote_id'] ?? 0 )
			),
			origin: $row['origin'] ?? '',
			order_id: max( (int) ( $row['order_id'] ?? 0 ), $parts['order_id'] ),
			since: UtcTime::of_column( $row['updated_at'] ?? '' ),
		);
	}

	private function table(): string {
		return $this->sql->table( 'orderinvoicer_links' );
	}
}
