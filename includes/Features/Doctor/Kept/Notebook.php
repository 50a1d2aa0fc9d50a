<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** The record as this process has it. What is written is kept before anything else is done. */
final class Notebook {

	private Record $record;

	public function __construct(
		private readonly OptionRecords $records,
		private readonly OptionObservations $observations,
	) {
		$this->record = Record::none();
	}

	/** @throws RemoteFailure while it is not known which account is connected. */
	public function read(): Record {
		$this->record = $this->records->read();
		return $this->record;
	}

	/**
	 * For people, and nothing that is written again: with what real documents showed.
	 *
	 * @throws RemoteFailure
	 */
	public function shown(): Record {
		$record = $this->read();
		return $record->run === null ? $record : $record->found( ...array_values( $this->observations->findings() ) );
	}

	/**
	 * Everything is asked again, of the next real documents too.
	 *
	 * @throws RemoteFailure
	 */
	public function doubted(): Record {
		$this->observations->ask_again();
		return $this->read();
	}

	public function record(): Record {
		return $this->record;
	}

	/**
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function write( Record $record ): void {
		if ( ! $this->records->keep( $record ) ) {
			throw new LeaseLost();
		}
		$this->record = $record;
	}
}
