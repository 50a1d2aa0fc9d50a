<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;

/** A filter of the ledger as a condition with its arguments. Rows that only look after an order are not listed. */
final class TaskWhere {

	/** @var literal-string */
	public string $sql = 'effect <> %s';

	/** @var list<string|int> */
	public array $arguments;

	public readonly bool $has_days;

	public function __construct( TaskFilter $filter ) {
		$this->has_days  = $filter->from !== null || $filter->until !== null;
		$this->arguments = [ Effect::FollowOrder->value ];
		$this->one_of(
			'state',
			'%s',
			array_map( static fn( TaskState $state ): string => $state->value, $filter->states )
		);
		$this->one_of(
			'effect',
			'%s',
			array_map( static fn( Effect $effect ): string => $effect->value, $filter->effects )
		);
		$this->one_of( 'order_id', '%d', $filter->order_ids );
		$this->one_of( 'error_code', '%s', $filter->problem === '' ? [] : [ $filter->problem ] );
		$this->one_of( 'error_code', '%s', array_column( $filter->problems, 'value' ) );
		if ( $filter->from !== null ) {
			$this->add( 'updated_at >= %s', [ UtcTime::to_column( $filter->from ) ] );
		}
		if ( $filter->until !== null ) {
			$this->add( 'updated_at < %s', [ UtcTime::to_column( $filter->until ) ] );
		}
	}

	/**
	 * @param literal-string   $column
	 * @param literal-string   $mark
	 * @param list<string|int> $values
	 */
	private function one_of( string $column, string $mark, array $values ): void {
		if ( $values !== [] ) {
			$this->add( "$column IN ( " . implode( ', ', array_fill( 0, count( $values ), $mark ) ) . ' )', $values );
		}
	}

	/**
	 * @param literal-string   $condition
	 * @param list<string|int> $arguments
	 */
	private function add( string $condition, array $arguments ): void {
		$this->sql .= " AND $condition";
		array_push( $this->arguments, ...$arguments );
	}
}
