import { FetchedPart } from '../../components/FetchedPart';
import { fetched } from '../../components/fetched';

const Opened = fetched( async () => {
	const { Opened: Open } = await import(
		/* webpackChunkName: "find-setting" */ './Opened'
	);
	return Open;
} );

/** On whichever page: the address may name a setting of it. */
export function WantedSetting( { query }: { query: string } ) {
	const name = new URLSearchParams( query ).get( 'setting' );
	return name === null ? null : (
		<FetchedPart isQuiet>
			<Opened name={ name } />
		</FetchedPart>
	);
}
