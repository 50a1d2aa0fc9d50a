<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Backfill\BackfillRows;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Unit\Domain\Ledger\LedgerContract;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbBackfillRows;
use OrderInvoicer\WordPress\Tables\WpdbLedger;

/** The ledger's rules on the real database. */
final class WpdbLedgerTest extends IntegrationTestCase {

	use LedgerContract;

	protected function make_ledger( FakeClock $clock ): WpdbLedger {
		return new WpdbLedger( new Sql( $GLOBALS['wpdb'] ), $clock );
	}

	protected function backfill_rows(): BackfillRows {
		return new WpdbBackfillRows( new Sql( $GLOBALS['wpdb'] ), $this->clock );
	}
}
