<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Seen\SeenDocument;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbReport;
use OrderInvoicer\WordPress\Tables\WpdbSeenDocuments;

/** A page of a hundred documents of Sellsy's list is kept by one statement, each with its own state and rest. */
final class SeenPageTest extends IntegrationTestCase {

	private const PAGE = 100;

	private WpdbSeenDocuments $seen;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		$this->seen = new WpdbSeenDocuments( new Sql( $wpdb ) );
		for ( $i = 1; $i <= self::PAGE; $i++ ) {
			$wpdb->insert(
				$wpdb->prefix . WpdbReport::TABLE,
				[
					'sync_id'     => 900000 + $i,
					'order_id'    => 800000 + $i,
					'kind'        => 'invoice',
					'remote_id'   => 7000 + $i,
					'number'      => "F-$i",
					'made_at'     => '2026-01-01 00:00:00',
					'seen_status' => $i % 2 === 0 ? 'due' : '',
					'seen_due'    => $i % 2 === 0 ? 100 * $i : null,
					'hinted_at'   => $i % 3 === 0 ? '2026-01-02 00:00:00' : null,
				]
			);
		}
	}

	public function test_a_page_is_kept_by_one_update_and_each_document_as_it_was_seen(): void {
		global $wpdb;
		$was   = $this->page();
		$page  = array_map(
			static fn ( SeenDocument $one ): array => [ $one, 'payinprogress', $one->id % 5 === 0 ? null : $one->id ],
			$was
		);
		$first = 900001;
		$wpdb->update( $wpdb->prefix . WpdbReport::TABLE, [ 'seen_status' => 'late' ], [ 'sync_id' => $first ] );
		$asked = [];
		$count = static function ( string $sql ) use ( &$asked ): string {
			$asked[] = strtok( ltrim( $sql ), ' ' );
			return $sql;
		};
		add_filter( 'query', $count );
		try {
			$this->seen->keep_all( array_values( $page ), new \DateTimeImmutable( '2026-02-01' ) );
		} finally {
			remove_filter( 'query', $count );
		}
		self::assertSame( [ 'UPDATE' ], $asked );
		foreach ( $this->page() as $task_id => $now ) {
			$before = $was[ $task_id ];
			$is     = [ $now->status, $now->due, $now->hinted_at === null ];
			$should = [ 'payinprogress', $now->id % 5 === 0 ? null : $now->id, $before->hinted_at === null ];
			self::assertSame( $task_id === $first ? [ 'late', null, true ] : $should, $is, "Document $now->id" );
		}
	}

	/** @return array<int, SeenDocument> by row. */
	private function page(): array {
		return array_column(
			$this->seen->among( DocumentKind::Invoice, range( 7001, 7000 + self::PAGE ) ),
			null,
			'task_id'
		);
	}
}
