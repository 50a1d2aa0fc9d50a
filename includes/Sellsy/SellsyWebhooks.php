<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Seen\Webhooks;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/**
 * `/webhooks`. Which events tell of documents is inferred: the account's own list is asked, and read by its names.
 *
 * @assumes events-of-documents
 * @assumes webhook-by-address
 */
final class SellsyWebhooks implements Webhooks {

	private const NAME = 'Order Invoicer';

	/** What Sellsy is documented to send of documents, beside what it sends of each kind by its own name. */
	private const DOCUMENTS = [ 'docslog', 'document' ];

	/** What we do ourselves, or what changes nothing. */
	private const NO_NEWS = [ 'created', 'emailsent' ];

	public function __construct( private readonly SellsyClient $client ) {}

	public function events(): array {
		$events    = [];
		$documents = [ ...self::DOCUMENTS, ...array_column( DocumentKind::cases(), 'value' ) ];
		foreach ( $this->client->send( ApiRequest::get( '/webhooks/events' ) )->elements() as $entity ) {
			$id = $entity->string( 'id' );
			if ( in_array( strtolower( $id ), $documents, true ) ) {
				$names = array_diff( $entity->object( 'events' )->keys(), self::NO_NEWS );
				array_push( $events, ...array_map( static fn ( string $name ): string => "$id.$name", $names ) );
			}
		}
		return array_values( array_unique( $events ) );
	}

	/** Whether the filter compares the whole address is not said: it is compared again. */
	public function at( string $url ): array {
		$found = $this->client->all( ApiRequest::search( '/webhooks/search', [ 'endpoint' => $url ] ) );
		$is    = static fn ( Answer $one ): bool => $one->string( 'endpoint' ) === $url;
		return array_values( array_map( static fn ( Answer $one ): int => $one->id(), array_filter( $found, $is ) ) );
	}

	public function create( string $url, #[\SensitiveParameter] string $key, array $events ): int {
		$switch_on = static fn ( string $event ): array => [
			'id'         => $event,
			'is_enabled' => true,
		];
		$webhook   = [
			'is_enabled'        => true,
			'name'              => self::NAME,
			'endpoint'          => $url,
			'type'              => 'http',
			'object_in_payload' => false,
			'json_content_type' => true,
			'sign_key'          => $key,
			'configuration'     => array_map( $switch_on, $events ),
		];
		return $this->client->send( ApiRequest::post( '/webhooks', $webhook ) )->id();
	}

	public function stands( int $id ): bool {
		$webhook = RemoteFailure::null_when_gone(
			fn (): Answer => $this->client->send( ApiRequest::get( '/webhooks/{id}', [ 'id' => $id ] ) )
		);
		return $webhook?->bool( 'is_enabled', true ) === true;
	}

	public function delete( int $id ): void {
		try {
			$this->client->send( ApiRequest::delete( '/webhooks/{id}', [ 'id' => $id ] ) );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::NotFound ) {
				throw $failure;
			}
		}
	}
}
