<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/** How long an answer is waited for. */
final class Patience {

	/** Seconds. Sellsy writes a document of a hundred rows in a few; a background job can wait that long. */
	private const OF_A_JOB = 30;

	/** Of what is given for all requests together one gets half: one that hangs leaves the others their turn. */
	private const SHARE = 2;

	/** Nanoseconds, by the process's own clock; null before the first request. */
	private ?int $ends_at = null;

	/** @param int|null $together seconds for all requests together, from the first one on; null: each has a job's. */
	public function __construct( private readonly ?int $together = null ) {}

	/** @throws TransportFailure when none are left. */
	public function seconds(): float {
		if ( $this->together === null ) {
			return (float) self::OF_A_JOB;
		}
		$this->ends_at ??= hrtime( true ) + $this->together * 1_000_000_000;
		$left            = ( $this->ends_at - hrtime( true ) ) / 1_000_000_000;
		return $left > 0
			? min( $left, $this->together / self::SHARE )
			: throw new TransportFailure( 'No time is left.', false );
	}
}
