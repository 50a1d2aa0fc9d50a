<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Unit\Domain\Ledger\OutcomeTest;
use OrderInvoicer\WordPress\Queue\FillOutcomes;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\ProblemColumns;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;

/** A ledger of the release before, which wrote no outcome, on the real database. */
final class FillOutcomesTest extends IntegrationTestCase {

	private WpdbLedger $ledger;
	private string $table;

	protected function setUp(): void {
		parent::setUp();
		$this->ledger = new WpdbLedger( new TaskTable( new Sql( $GLOBALS['wpdb'] ), new SystemClock() ) );
		$this->table  = "{$GLOBALS['wpdb']->prefix}orderinvoicer_sync";
		$GLOBALS['wpdb']->query( "DELETE FROM $this->table" );
		delete_option( FillOutcomes::OPTION );
	}

	public function test_each_row_in_each_state_with_each_code_says_what_came_of_it_pass_by_pass(): void {
		$expected = $this->old_rows();
		self::assertSame( $expected, $this->read(), 'Before a pass has reached them.' );
		self::assertSame( [ '' ], array_values( array_unique( $this->column() ) ) );

		$this->pass();
		self::assertCount( 70, array_filter( $this->column() ), 'A pass fills some.' );
		$this->refuse_once( 'UPDATE' );
		array_map( $this->pass( ... ), range( 1, 20 ) );
		self::assertSame( 'done', get_option( FillOutcomes::OPTION ) );
		self::assertSame( $expected, $this->column() );
		self::assertSame( $expected, $this->read() );
	}

	public function test_what_was_changed_meanwhile_is_not_written_over(): void {
		$id = $this->row( TaskState::Queued, null );
		$GLOBALS['wpdb']->update( $this->table, [ 'outcome' => 'gone' ], [ 'id' => $id ] );
		$this->pass();
		self::assertSame( [ $id => 'gone' ], $this->column() );
	}

	/** It goes back to the release before, which writes code and fact alone, and comes again. */
	public function test_code_and_fact_have_the_last_word_while_a_release_without_outcomes_may_have_written(): void {
		$id = $this->row( TaskState::Done, null, 77 );
		$this->pass();
		self::assertSame( [ $id => 'made' ], $this->column() );
		$columns = ProblemColumns::columns( OutcomeProblem::problem( Outcome::Cancelled ) );
		$GLOBALS['wpdb']->update( $this->table, [ 'state' => 'attention' ] + $columns, [ 'id' => $id ] );
		self::assertSame( Outcome::Cancelled, $this->ledger->find( $id )?->outcome );
		self::assertFalse( $this->ledger->find( $id )->has_document() );
	}

	public function test_once_all_is_filled_a_pass_asks_the_database_nothing(): void {
		$this->row( TaskState::Done, null, 77 );
		$this->pass();
		self::assertSame( 'done', get_option( FillOutcomes::OPTION ) );
		$before = $GLOBALS['wpdb']->num_queries;
		$this->pass();
		self::assertSame( $before, $GLOBALS['wpdb']->num_queries );
	}

	private function pass(): void {
		( new FillOutcomes( new Sql( $GLOBALS['wpdb'] ), at_once: 7 ) )->run();
	}

	/** @return array<int, string> by id, what is to be said of it. */
	private function old_rows(): array {
		$problems = [ null, new Problem( ProblemCode::TaxUnmapped ), new Problem( ProblemCode::SellsyDown ) ];
		foreach ( OutcomeTest::encodings() as [ , $code, $facts ] ) {
			$problems[] = new Problem( $code, $facts );
		}
		$told = [];
		foreach ( TaskState::cases() as $state ) {
			foreach ( $problems as $problem ) {
				foreach ( [ [ 0, '' ], [ 77, 'SHOP-1' ], [ 77, Intent::LINKED ] ] as [ $document, $key ] ) {
					$said        = OutcomeProblem::outcome( $state, $problem, $document, new Intent( $key ) );
					$id          = $this->row( $state, $problem, $document, $key );
					$told[ $id ] = $said->value;
				}
			}
		}
		return $told;
	}

	private function row( TaskState $state, ?Problem $problem, int $document = 0, string $key = '' ): int {
		static $order = 960000;
		$GLOBALS['wpdb']->insert(
			$this->table,
			ProblemColumns::columns( $problem ) + [
				'order_id'    => ++$order,
				'effect'      => 'create_invoice',
				'state'       => $state->value,
				'remote_type' => $document === 0 ? '' : 'invoice',
				'remote_id'   => $document,
				'sent_key'    => $key,
				'due_at'      => '9998-03-02 10:00:00',
				'created_at'  => '2026-03-02 10:00:00',
				'updated_at'  => '2026-03-02 10:00:00',
			]
		);
		return (int) $GLOBALS['wpdb']->insert_id;
	}

	/** @return array<int, string> */
	private function column(): array {
		$rows = $GLOBALS['wpdb']->get_results( "SELECT id, outcome FROM $this->table ORDER BY id", ARRAY_A );
		return array_map( strval( ... ), array_column( $rows, 'outcome', 'id' ) );
	}

	/** @return array<int, string> */
	private function read(): array {
		$told = [];
		foreach ( array_keys( $this->column() ) as $id ) {
			$told[ $id ] = $this->ledger->find( $id )->outcome->value ?? '';
		}
		return $told;
	}

	private function refuse_once( string $statement ): void {
		$refuse = static function ( string $query ) use ( &$refuse, $statement ): string {
			if ( ! str_starts_with( $query, $statement ) || ! str_contains( $query, 'orderinvoicer_sync' ) ) {
				return $query;
			}
			remove_filter( 'query', $refuse );
			return "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The disk is full.'";
		};
		$GLOBALS['wpdb']->suppress_errors();
		add_filter( 'query', $refuse );
	}
}
