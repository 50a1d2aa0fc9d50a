import { Button, ExternalLink } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { linkDocument, lookForDocument } from '../../api/actEndpoints';
import { useAction } from '../../api/useAction';
import { SelectField, TextField } from '../../components/fields';
import { Failure } from '../../components/Message';
import type { OrderLink } from '../../generated/schemas';
import { Sentences } from './Sentences';
import type { PartFormProps } from './types';

/** As many characters as the route takes. */
const LONGEST = 250;

/** A document that somebody made at Sellsy is looked for, compared and linked. */
export function LinkForm( { part, orderId, onDone }: PartFormProps ) {
	const [ as, setAs ] = useState( part.choices[ 0 ]?.value ?? '' );
	const [ number, setNumber ] = useState( '' );
	const [ answer, setAnswer ] = useState< OrderLink | null >( null );
	const { state, run } = useAction();
	const isBusy = state.status === 'running';
	if ( part.choices.length === 0 ) {
		return null;
	}
	return (
		<form
			className="orderinvoicer-stack"
			onSubmit={ ( event ) => {
				event.preventDefault();
				run( async () => {
					setAnswer( null );
					setAnswer(
						await lookForDocument( orderId, {
							as,
							number: number.trim(),
						} )
					);
				} );
			} }
		>
			<SelectField
				label={ __( 'What it is', 'orderinvoicer' ) }
				value={ as }
				options={ part.choices }
				onChange={ ( next ) => {
					setAs( next );
					setAnswer( null );
				} }
			/>
			<TextField
				label={ __(
					'Its number, or the address of its page in Sellsy. Leave it empty to see this customer’s latest documents.',
					'orderinvoicer'
				) }
				value={ number }
				maxLength={ LONGEST }
				onChange={ setNumber }
			/>
			<div>
				<Button
					variant="secondary"
					type="submit"
					__next40pxDefaultSize
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
				>
					{ __( 'Look for it in Sellsy', 'orderinvoicer' ) }
				</Button>
			</div>
			{ state.status === 'failed' && <Failure error={ state.error } /> }
			<div role="status">
				{ answer && (
					<Found
						answer={ answer }
						isBusy={ isBusy }
						onLink={ ( id, seen ) =>
							run( async () => {
								await linkDocument( orderId, { as, id, seen } );
								onDone();
							} )
						}
					/>
				) }
			</div>
		</form>
	);
}

type FoundProps = {
	answer: OrderLink;
	isBusy: boolean;
	onLink: ( id: number, seen: string ) => void;
};

function Found( { answer, isBusy, onLink }: FoundProps ) {
	if ( answer.why ) {
		return <p>{ answer.why }</p>;
	}
	return (
		<>
			{ answer.found.map( ( one ) => (
				<section key={ one.id }>
					<h2>
						<ExternalLink href={ one.url }>
							{ one.title }
						</ExternalLink>
					</h2>
					<Sentences says={ one.says } />
					{ one.why_not ? (
						<p>{ one.why_not }</p>
					) : (
						<Button
							variant="primary"
							__next40pxDefaultSize
							disabled={ isBusy }
							accessibleWhenDisabled
							aria-label={ `${ one.label } – ${ one.title }` }
							onClick={ () => onLink( one.id, one.seen ) }
						>
							{ one.label }
						</Button>
					) }
				</section>
			) ) }
			<p>{ answer.follows }</p>
		</>
	);
}
