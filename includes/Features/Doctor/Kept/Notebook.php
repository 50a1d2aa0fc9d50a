<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** The record as this process has it. What is written is kept before anything else is done. */
final class Notebook {

	private Record $record;

	public function __construct( private readonly OptionRecords $records ) {
		$this->record = Record::none();
	}

	/** @throws RemoteFailure while it is not known which account is connected. */
	public function read(): Record {
		$this->record = $this->records->read();
		return $this->record;
	}

	public function record(): Record {
		return $this->record;
	}

	/**
	 * @throws Overtaken
	 * @throws RemoteFailure
	 */
	public function write( Record $record ): void {
		if ( ! $this->records->keep( $record ) ) {
			throw new Overtaken();
		}
		$this->record = $record;
	}
}
