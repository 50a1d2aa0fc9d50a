<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

/** Whether this account keeps the dates of a service on documents, as its answers have shown: nothing else tells. */
interface ServiceDates {

	/** False too where nobody knows. */
	public function are_on(): bool;

	/** An answer held some. */
	public function were_seen(): void;

	/** Sellsy refused them: they are not sent again. */
	public function were_refused(): void;
}
