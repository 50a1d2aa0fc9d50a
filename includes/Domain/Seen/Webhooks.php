<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** The account's webhooks at Sellsy, whoever made them. Each is one request. */
interface Webhooks {

	/**
	 * @return list<string> names of the events that tell of documents.
	 * @throws RemoteFailure
	 */
	public function events(): array;

	/**
	 * @return list<int> ids of those that send to exactly this address.
	 * @throws RemoteFailure
	 */
	public function at( string $url ): array;

	/**
	 * @param list<string> $events
	 * @return int its id.
	 * @throws RemoteFailure
	 */
	public function create( string $url, #[\SensitiveParameter] string $key, array $events ): int;

	/**
	 * It is there, and sends.
	 *
	 * @throws RemoteFailure
	 */
	public function stands( int $id ): bool;

	/**
	 * One that is gone already is no failure.
	 *
	 * @throws RemoteFailure
	 */
	public function delete( int $id ): void;
}
