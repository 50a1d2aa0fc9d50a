<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

/** How likely a document is that does not exist yet. */
enum Prospect: string {
	/** All that it waits for has happened: the next pass makes it. */
	case Soon = 'soon';
	/** It waits for its trigger. */
	case Later = 'later';
	/** The order went past its trigger while nobody listened, or never came by: not by itself. */
	case Passed = 'passed';
	/** Not by itself; the problem says why. */
	case Nothing = 'nothing';

	public function is_to_come(): bool {
		return $this === self::Soon || $this === self::Later;
	}
}
