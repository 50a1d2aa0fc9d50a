<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History\Rules;

defined( 'ABSPATH' ) || exit;

/** How a document stands, as its row in the history says. */
enum HistoryState: string {
	/** It needs a person, whether or not there is something at Sellsy. */
	case ToDo  = 'todo';
	case Waits = 'waits';
	case Draft = 'draft';
	/** Of an invoice: and nobody knows what is paid of it. */
	case Final     = 'final';
	case Paid      = 'paid';
	case Due       = 'due';
	case Credited  = 'credited';
	case Cancelled = 'cancelled';

	/** Who looks for final documents looks for those that are paid too. */
	public function is_among( self $asked ): bool {
		return $this === $asked || ( $asked === self::Final && $this->is_of_money() );
	}

	/** What all documents of an order say together. */
	public function is_of_money(): bool {
		return in_array( $this, [ self::Paid, self::Due, self::Credited ], true );
	}
}
