<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures\Rules;

defined( 'ABSPATH' ) || exit;

/** The report's rows that lack the HT of their taxes. */
interface BaselessDocuments {

	/** @return list<BaselessDocument> of tasks from one on, up to the one before another; the newest first. */
	public function among( int $from, int $below ): array;
}
