<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureProblem;
use OrderInvoicer\Domain\Pauses\FailurePause;
use OrderInvoicer\Domain\Pauses\ResumeWork;

/** What holds work back, and how it goes on. */
final class PausesModule {

	public readonly FailurePause $failure_pause;
	public readonly ResumeWork $resume_work;

	public function __construct( Ports $ports ) {
		$this->failure_pause = new FailurePause( new FailureProblem() );
		$this->resume_work   = new ResumeWork( $ports->ledger(), $ports->queue(), $ports->clock() );
	}
}
