<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Features\EarlierPayments\WpdbUnrecordedPayments;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbOwnDocuments;

/** What is asked of the ledger again and again costs the same with 20,000 rows: the database reads what it returns. */
final class BigLedgerTest extends CommittedTestCase {

	private const LIMIT = 20;

	private WpdbLedger $ledger;

	protected function setUp(): void {
		parent::setUp();
		$this->ledger = new WpdbLedger( new TaskTable( new Sql( $GLOBALS['wpdb'] ), new SystemClock() ) );
	}

	public function test_rows_without_their_copies(): void {
		$this->fill( "IF( n % 2 = 0, 'F-1', '' )", "'2026-01-01 00:00:00'" );
		$this->query( 'UPDATE {table} SET checked_at = NULL WHERE order_id > 19970' );
		self::assertLessThanOrEqual(
			3 * self::LIMIT,
			$this->reads( fn(): array => $this->ledger->unchecked( new \DateTimeImmutable(), self::LIMIT ) )
		);
	}

	public function test_few_drafts_among_many_that_are_final(): void {
		$this->fill( "IF( n % 1000 = 0, '', 'F-1' )", "'2026-01-01 00:00:00'" );
		$reads = $this->reads( fn(): array => $this->open_drafts( DocumentKind::Invoice ) );
		self::assertLessThanOrEqual( 3 * self::LIMIT, $reads );
	}

	public function test_a_shop_that_leaves_every_invoice_a_draft(): void {
		$this->fill( "''", "DATE_ADD( '2026-01-01', INTERVAL n SECOND )" );
		$reads = $this->reads( fn(): array => $this->open_drafts( DocumentKind::Invoice ) );
		self::assertLessThanOrEqual( 3 * self::LIMIT, $reads );
	}

	public function test_draft_invoices_hide_no_credit_note(): void {
		$this->fill( "''", "DATE_ADD( '2026-01-01', INTERVAL n SECOND )" );
		$this->query(
			"UPDATE {table} SET effect = 'create_creditnote', checked_at = '2025-12-31 00:00:00' WHERE order_id = 500"
		);
		self::assertSame( 500, $this->open_drafts( DocumentKind::CreditNote )[0]->key->order_id );
	}

	public function test_a_page_of_drafts_among_many(): void {
		$this->fill( "''", "'2026-01-01 00:00:00'" );
		$this->query( "UPDATE {table} SET remote_type = 'invoice'" );
		$this->query( 'ANALYZE TABLE {table}' );
		$ids  = range( 500, 500 + self::LIMIT - 1 );
		$page = fn (): array => $this->ledger->holding( 'invoice', $ids );
		self::assertLessThanOrEqual( 3 * self::LIMIT, $this->reads( $page ) );
		$mark = function () use ( $page ): array {
			$this->ledger->seen_as_drafts( $page(), new \DateTimeImmutable( '2026-07-01' ) );
			return $page();
		};
		self::assertLessThanOrEqual( 9 * self::LIMIT, $this->reads( $mark ) );
	}

	public function test_whose_documents_stand_at_sellsy(): void {
		$this->fill( "'F-1'", "'2026-01-01 00:00:00'" );
		$this->query( "UPDATE {table} SET remote_type = 'invoice', sent_key = CONCAT( 'SHOP-', order_id )" );
		$this->query( 'ANALYZE TABLE {table}' );
		$documents = array_map(
			static fn ( int $id ): ListedDocument => new ListedDocument(
				kind: DocumentKind::Invoice,
				id: 200000 + $id,
				number: '',
				key: "SHOP-$id",
				customer: new CustomerRef( CustomerType::Company, 40 )
			),
			range( 500, 500 + self::LIMIT - 1 )
		);
		$own       = new WpdbOwnDocuments( new Sql( $GLOBALS['wpdb'] ), $this->createStub( Account::class ) );
		self::assertLessThanOrEqual(
			10 * self::LIMIT,
			$this->reads( fn(): array => $own->strangers_among( $documents ) )
		);
	}

	/** Of 20,000 invoices, all but a few of the newest are recorded. */
	public function test_a_visit_of_a_page_that_offers_payments_of_before(): void {
		global $wpdb;
		$this->fill( "'F-1'", "'2026-01-01 00:00:00'" );
		$this->query(
			"INSERT INTO {table} ( order_id, effect, state, due_at, remote_id, error_message, created_at, updated_at )
			SELECT order_id, 'record_payment', 'done', '2026-01-01', 1, '', '2026-01-01', '2026-01-01' FROM {table}
			WHERE order_id <= 19980"
		);
		$this->query(
			"INSERT INTO {$wpdb->prefix}orderinvoicer_amounts ( sync_id, order_id, kind, remote_id, number, made_at,
				order_paid_at, order_currency, order_total )
			SELECT id, order_id, 'invoice', order_id, 'F-1', '2026-01-01', '2026-01-01', 'EUR', 6000 FROM {table}
			WHERE effect = 'create_invoice'"
		);
		$this->query( 'ANALYZE TABLE {table}' );
		$payments = new WpdbUnrecordedPayments( new Sql( $GLOBALS['wpdb'] ) );
		$since    = new \DateTimeImmutable( '2026-06-01' );
		$page     = $payments->page( $since, 0, 1000 );
		self::assertFalse( $page->is_last );
		self::assertSame( [], $page->payments );
		$at    = (int) $wpdb->get_var( "SELECT MAX( sync_id ) - 1000 FROM {$wpdb->prefix}orderinvoicer_amounts" );
		$reads = $this->reads( static fn (): array => $payments->page( $since, $at, 1000 )->payments );
		self::assertLessThanOrEqual( 6 * 1000, $reads );
	}

	/** @return list<Task> */
	private function open_drafts( DocumentKind $kind ): array {
		return $this->ledger->open_drafts( $kind, new \DateTimeImmutable( '2026-06-01' ), self::LIMIT );
	}

	private function fill( string $number, string $checked_at ): void {
		$digits = '( ' . implode(
			' UNION ALL ',
			array_map( static fn ( int $digit ): string => "SELECT $digit AS d", range( 0, 9 ) )
		) . ' )';
		$this->query(
			"INSERT INTO {table} ( order_id, effect, state, due_at, remote_id, remote_number, checked_at, error_message,
				created_at, updated_at )
			SELECT n, 'create_invoice', 'done', '2026-01-01', n, $number, $checked_at, '', '2026-01-01', '2026-01-01'
			FROM ( SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM $digits a, $digits b,
				$digits c, $digits e, ( SELECT 0 AS d UNION ALL SELECT 1 ) f ) numbers"
		);
		$this->query( 'ANALYZE TABLE {table}' );
	}

	/** @param callable(): list<mixed> $question */
	private function reads( callable $question ): int {
		global $wpdb;
		$wpdb->query( 'FLUSH STATUS' );
		self::assertCount( self::LIMIT, $question() );
		$reads = 0;
		foreach ( $wpdb->get_results( "SHOW SESSION STATUS LIKE 'Handler_read%'" ) as $counter ) {
			// phpcs:ignore WordPress.NamingConventions.ValidVariableName -- The database's word.
			$reads += (int) $counter->Value;
		}
		return $reads;
	}

	private function query( string $sql ): void {
		global $wpdb;
		$statement = str_replace( '{table}', "{$wpdb->prefix}orderinvoicer_sync", $sql );
		self::assertNotFalse( $wpdb->query( $statement ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
	}
}
