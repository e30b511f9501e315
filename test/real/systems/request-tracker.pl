# Fills a fresh Request Tracker: the rep, the queue, and one ticket per mail, by the way a mail really takes.
# Standard input: one JSON object per line: {"id", "file", "answers", "requestors"}. Standard output: one JSON
# object per line: {"id", "ticket"}; ticket is null where Request Tracker did not make one.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use JSON;
use RT -init;
use RT::Interface::Email;

my ( $rep_name, $rep_real_name, $rep_address, $password, $support ) = @ARGV;

# The database lives as long as the test: nothing is lost if the power goes.
$RT::Handle->dbh->do('PRAGMA synchronous = OFF');

my $system = RT->SystemUser;
my $rep    = RT::User->new($system);
my ( $ok, $why ) = $rep->Create(
    Name => $rep_name, RealName => $rep_real_name, EmailAddress => $rep_address, Password => $password, Privileged => 1,
);
die "no user for the rep: $why" if !$ok;

my $queue = RT::Queue->new($system);
$queue->Load('General');
$queue->SetCorrespondAddress($support);

my $everyone = RT::Group->new($system);
$everyone->LoadSystemInternalGroup('Everyone');
$everyone->PrincipalObj->GrantRight( Right => $_, Object => $queue ) for qw(CreateTicket ReplyToTicket CommentOnTicket SeeQueue);

my $privileged = RT::Group->new($system);
$privileged->LoadSystemInternalGroup('Privileged');
$privileged->PrincipalObj->GrantRight( Right => $_, Object => $queue )
    for qw(ShowTicket ShowTicketComments ShowOutgoingEmail ModifyTicket OwnTicket TakeTicket Watch);
$privileged->PrincipalObj->GrantRight( Right => $_, Object => RT->System ) for qw(ModifySelf SeeDashboard SeeOwnDashboard);

my %ticket_of;
while ( my $line = <STDIN> ) {
    my $mail = decode_json($line);
    open my $file, '<:raw', $mail->{file} or die "$mail->{file}: $!";
    my $message = do { local $/; <$file> };
    my %args = ( queue => 'General', action => 'correspond', message => $message );
    $args{ticket} = $ticket_of{ $mail->{answers} } if $mail->{answers} && $ticket_of{ $mail->{answers} };
    my ( $status, $error, $ticket ) = RT::Interface::Email::Gateway( \%args );
    my $made = $status == 1 && $ticket && $ticket->Id ? $ticket : undef;
    if ($made) {
        $ticket_of{ $mail->{id} } = $made->Id;
        my $as_system = RT::Ticket->new($system);
        $as_system->Load( $made->Id );
        $as_system->AddWatcher( Type => 'Requestor', Email => $_ ) for @{ $mail->{requestors} || [] };
    }
    print encode_json( { id => $mail->{id}, ticket => $made ? $made->Id + 0 : undef } ), "\n";
}
