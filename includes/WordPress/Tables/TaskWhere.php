<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskFilter;

/** A filter of the ledger as a condition with its arguments. Rows that only look after an order are not listed. */
final class TaskWhere {

	/** @var literal-string */
	public string $sql = 'effect <> %s';

	/** @var list<string|int|array<string|int>> */
	public array $arguments;

	public readonly bool $has_days;

	/** A list of days holds so many rows, those that changed last: a week of a large shop is not read for a page. */
	private const MOST_OF_DAYS = 1000;

	/** @param bool $begins_at_a_row a page that does not begin at the list's own beginning or end. */
	public function __construct( TaskFilter $filter, bool $begins_at_a_row = false ) {
		// Who goes from row to row misses none of them.
		$this->has_days  = $filter->below === 0 && ( $filter->from !== null || $filter->until !== null );
		$this->arguments = [ Effect::FollowOrder->value ];
		$this->one_of( 'state', array_column( $filter->states, 'value' ) );
		$effects = array_column( $filter->effects, 'value' );
		if ( count( $effects ) === 1 && ( $begins_at_a_row || $filter->below > 0 ) ) {
			// To equality MariaDB answers from the index of effects, which it reads from its end down to that row.
			$this->add( 'effect >= %s AND effect <= %s', [ ...$effects, ...$effects ] );
		} else {
			$this->one_of( 'effect', $effects );
		}
		$this->one_of( 'order_id', $filter->order_ids, '%d' );
		$this->one_of( 'id', $filter->ids, '%d' );
		$this->one_of( 'error_code', $filter->problem === '' ? [] : [ $filter->problem ] );
		$this->one_of( 'error_code', array_column( $filter->problems, 'value' ) );
		if ( $filter->below > 0 ) {
			$this->add( 'id < %d', [ $filter->below ] );
		}
		if ( $filter->from !== null ) {
			$this->add( 'updated_at >= %s', [ UtcTime::to_column( $filter->from ) ] );
		}
		if ( $filter->until !== null ) {
			$this->add( 'updated_at < %s', [ UtcTime::to_column( $filter->until ) ] );
		}
	}

	/**
	 * The ids that fit, as a table. Days are looked up in an index that knows no more than a row's effect.
	 *
	 * @return literal-string
	 */
	public function listed(): string {
		return $this->has_days
			? "( SELECT id FROM %i WHERE $this->sql ORDER BY updated_at DESC LIMIT "
				. self::MOST_OF_DAYS . ' ) AS listed'
			: "%i WHERE $this->sql";
	}

	/**
	 * @param literal-string   $column
	 * @param list<string|int> $values
	 * @param literal-string   $mark
	 */
	private function one_of( string $column, array $values, string $mark = '%s' ): void {
		if ( $values !== [] ) {
			$this->add( "$column IN ( $mark )", [ $values ] );
		}
	}

	/**
	 * @param literal-string $condition
	 * @param list<string|int|array<string|int>> $arguments
	 */
	private function add( string $condition, array $arguments ): void {
		$this->sql .= " AND $condition";
		array_push( $this->arguments, ...$arguments );
	}
}
