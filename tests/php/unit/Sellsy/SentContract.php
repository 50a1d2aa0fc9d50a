<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Transport\HttpRequest;
use Opis\JsonSchema\Validator;

/** Sellsy's own description of its API, reduced and closed (tests/contract/sellsy.json). */
final class SentContract {

	private const BASE = 'https://api.test/v2';

	/** @var array<string, object> */
	private array $operations;

	private Validator $validator;

	public function __construct() {
		$text = (string) file_get_contents( dirname( __DIR__, 3 ) . '/contract/sellsy.json' );
		$all  = json_decode( str_replace( '"#/definitions/', '"https://sellsy.test/all.json#/definitions/', $text ), false, 512, JSON_THROW_ON_ERROR );

		$this->operations = (array) $all->operations;
		$this->validator  = new Validator();
		$this->validator->parser()->setOption( 'defaultDraft', '07' );
		$this->validator->resolver()?->registerRaw(
			(object) [
				'$id'         => 'https://sellsy.test/all.json',
				'definitions' => $all->definitions,
			]
		);
	}

	/** @return list<string> */
	public function scopes( string $route ): array {
		return $this->operations[ $route ]->scopes ?? [];
	}

	/** Why the request could not be sent; empty when it is valid. */
	public function problem( HttpRequest $request ): string {
		$path      = explode( '?', substr( $request->url, strlen( self::BASE ) ) );
		$operation = $this->operation( $request->method, $path[0] );
		if ( $operation === null ) {
			return 'No such operation: ' . $request->method . ' ' . $path[0];
		}
		parse_str( $path[1] ?? '', $query );
		$unknown = array_diff( array_keys( $query ), array_keys( (array) $operation->query ) );
		if ( $unknown !== [] ) {
			return 'Unknown in the query: ' . implode( ', ', $unknown );
		}
		if ( $request->body === null ) {
			return '';
		}
		if ( $operation->request === null ) {
			return 'No body is expected.';
		}
		$result = $this->validator->validate( json_decode( $request->body, false, 512, JSON_THROW_ON_ERROR ), $operation->request );
		return $result->isValid() ? '' : (string) $result->error() . ' ' . $request->body;
	}

	private function operation( string $method, string $path ): ?object {
		foreach ( [ '[a-z-]+', '.+' ] as $last ) {
			foreach ( $this->operations as $name => $operation ) {
				[ $its_method, $template ] = explode( ' ', (string) $name );
				$literal_ending            = ! str_ends_with( $template, '}' );
				$pattern                   = '#^' . preg_replace( '/\\\\\{[^}]+\\\\\}/', '[^/]+', preg_quote( $template, '#' ) ) . '$#';
				if ( $its_method === $method && $literal_ending === ( $last === '[a-z-]+' ) && preg_match( $pattern, $path ) === 1 ) {
					return $operation;
				}
			}
		}
		return null;
	}
}
